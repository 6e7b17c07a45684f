<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- fo-inline.xsl: what stands in a line: emphasis, links, notes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:rx="urn:rapporteur:fo:1"
    xmlns:a="urn:rapporteur:short-forms:1"
    exclude-result-prefixes="r a">

  <!-- A short form tells its full words. -->
  <xsl:template match="text()"><xsl:apply-templates select="a:split($short-forms)" mode="short"/></xsl:template>
  <xsl:template match="text()" mode="short">
    <xsl:param name="skip" select="0"/>
    <xsl:value-of select="substring(., 1 + $skip)"/>
  </xsl:template>
  <xsl:template match="short" mode="short"><fo:inline rx:full="{@full}"><xsl:value-of select="."/></fo:inline></xsl:template>

  <xsl:template match="r:emph">
    <fo:inline font-style="italic"><xsl:call-template name="common"/><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <xsl:template match="r:emph//r:emph">
    <fo:inline font-style="normal"><xsl:call-template name="common"/><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <xsl:template match="r:strong">
    <fo:inline font-weight="bold"><xsl:call-template name="common"/><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <xsl:template match="r:sup">
    <fo:inline><xsl:copy-of select="$S/sup/@*"/><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <xsl:template match="r:sub">
    <fo:inline><xsl:copy-of select="$S/sub/@*"/><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <xsl:template match="r:draft | r:placeholder">
    <xsl:choose>
      <xsl:when test="@xml:lang"><fo:inline><xsl:call-template name="common"/><xsl:apply-templates/></fo:inline></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="r:pagebreak"/>

  <!-- Links within the document look like text; the others have a colour. -->
  <xsl:template match="r:ref | r:link">
    <xsl:variable name="address"><xsl:call-template name="address"/></xsl:variable>
    <xsl:variable name="words" select="normalize-space(.)"/>
    <xsl:choose>
      <xsl:when test="starts-with($address, '#') and key('by-id', substring($address, 2))">
        <fo:basic-link internal-destination="{substring($address, 2)}" rx:title="{$words}"><xsl:apply-templates/></fo:basic-link>
      </xsl:when>
      <xsl:when test="$address != '' and not(starts-with($address, '#'))">
        <fo:basic-link external-destination="url('{translate($address, &quot;'&quot;, '')}')" rx:title="{$words}">
          <xsl:copy-of select="$S/link/@*"/>
          <xsl:apply-templates/>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== notes ==== -->

  <!-- The call is raised; stars stand as they are. -->
  <xsl:template name="call">
    <fo:inline font-weight="normal" font-style="normal">
      <xsl:if test="not(starts-with(@mark, '*'))"><xsl:copy-of select="$S/call/@*"/></xsl:if>
      <xsl:value-of select="@mark"/>
    </fo:inline>
  </xsl:template>

  <xsl:template name="call-comma">
    <xsl:if test="preceding-sibling::node()[1][self::r:note]">
      <fo:inline role="artifact"><xsl:copy-of select="$S/call/@*"/>,</fo:inline>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:note">
    <xsl:call-template name="call-comma"/>
    <xsl:choose>
      <xsl:when test="not(*)">
        <fo:inline role="Reference"><xsl:call-template name="call"/></fo:inline>
      </xsl:when>
      <xsl:otherwise>
        <fo:footnote>
          <!-- a letter calls a note of the table: it stands under it -->
          <xsl:variable name="under" select="ancestor::r:table and translate(@mark, '0123456789٠١٢٣٤٥٦٧٨٩*†‡§', '') != ''"/>
          <xsl:choose>
            <xsl:when test="$under"><xsl:attribute name="rx:note-place">table</xsl:attribute></xsl:when>
            <xsl:when test="starts-with(@mark, '*')"><xsl:attribute name="rx:note-place">first</xsl:attribute></xsl:when>
          </xsl:choose>
          <xsl:call-template name="call"/>
          <xsl:call-template name="note-body"><xsl:with-param name="under" select="$under"/></xsl:call-template>
        </fo:footnote>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="note-body">
    <xsl:param name="under" select="false()"/>
    <fo:footnote-body start-indent="{$column * not($under) + $S/note-place/@indent * $under}pt"
        end-indent="{$page/@column-end * not($under)}pt" text-indent="0pt" font-weight="normal"
        font-style="normal" color="#000000" text-align-last="relative">
      <xsl:copy-of select="$S/note/@*"/>
      <xsl:call-template name="common"/>
      <xsl:if test="$rtl and not($mixed) and ancestor::r:head">
        <!-- the field that calls it may be Latin -->
        <xsl:attribute name="writing-mode">rl-tb</xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$mixed">
          <!-- placed as notes of the page are, whichever way its own lines go -->
          <xsl:attribute name="writing-mode"><xsl:call-template name="way"><xsl:with-param name="code" select="$lang"/></xsl:call-template></xsl:attribute>
          <fo:block role="NonStruct">
            <xsl:attribute name="writing-mode"><xsl:call-template name="way"/></xsl:attribute>
            <xsl:call-template name="note-content"/>
          </fo:block>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="note-content"/></xsl:otherwise>
      </xsl:choose>
    </fo:footnote-body>
  </xsl:template>

  <!-- The mark hangs before the text by what its characters need. -->
  <xsl:template name="note-content">
    <xsl:variable name="star" select="starts-with(@mark, '*')"/>
    <xsl:variable name="n" select="string-length(@mark)"/>
    <xsl:variable name="width" select="$n * number(($S/note-place/@star)[last()]) * $star + $n * number(($S/note-place/@figure)[last()]) * not($star)"/>
    <xsl:variable name="indent" select="number(($S/note-place/@indent)[last()]) * not($star) + ($width + number(($S/note-place/@gap)[last()])) * $star"/>
    <xsl:variable name="hangs" select="number(($S/note-place/@indent)[last()]) &gt; 0"/>
    <xsl:variable name="gap">
      <xsl:choose>
        <xsl:when test="not($hangs)"><xsl:value-of select="($S/note-place/@gap)[last()]"/></xsl:when>
        <xsl:when test="$indent - $width &gt; 2"><xsl:value-of select="$indent - $width"/></xsl:when>
        <xsl:otherwise>2</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:block role="P" text-indent="{format-number(-1 * $hangs * ($width + $gap), '0.##')}pt">
      <fo:inline role="Lbl">
        <xsl:if test="not($star)"><xsl:copy-of select="$S/note-mark/@*"/></xsl:if>
        <xsl:value-of select="@mark"/>
      </fo:inline>
      <fo:leader leader-pattern="space" leader-length="{format-number($gap, '0.##')}pt"/>
      <xsl:apply-templates select="*[1][self::r:p]/node()"/>
    </fo:block>
    <xsl:for-each select="*[not(self::r:p) or preceding-sibling::*]">
      <xsl:choose>
        <xsl:when test="self::r:p"><fo:block role="P"><xsl:call-template name="common"/><xsl:apply-templates/></fo:block></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
