<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  fo-head.xsl: the fields of the head.  In a masthead some have their place on the first page;
  the others, and all of them without a masthead, follow one another.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:d="urn:rapporteur:drawings:1"
    exclude-result-prefixes="r d">

  <xsl:variable name="masthead" select="$head[$S/@masthead = 'un'][r:organization | r:organ | r:symbol | r:distribution]"/>
  <xsl:variable name="places" select="$S/places[@paper = $page/@paper]"/>
  <!-- organs named again head the columns of a joint session block -->
  <xsl:variable name="named-again" select="$masthead/r:organ[. = preceding-sibling::r:organ]"/>
  <xsl:variable name="second-column" select="$named-again[2] | $named-again[2]/following-sibling::*[1][self::r:session]"/>
  <!-- Latin words on a right-to-left page keep their direction and their face -->
  <xsl:variable name="latin-fields" select="$head/*[$rtl][translate(., 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', '') != string(.)]"/>
  <!-- organs of the masthead: one for each symbol; others are bodies, named in the session block, unless the paper
       is in the body's own series and names no organ -->
  <xsl:variable name="symbol-of-one"><xsl:call-template name="first-symbol"><xsl:with-param name="s" select="$the-symbol"/></xsl:call-template></xsl:variable>
  <xsl:variable name="symbols" select="count($masthead/r:symbol) + ($symbol-of-one != $the-symbol)"/>
  <xsl:variable name="organs" select="$masthead/r:organ[not(. = preceding-sibling::r:organ)][$symbols = 0 or position() &lt;= $symbols]
      | $masthead[not(r:organ)][not(contains('|A|E|S|', concat('|', substring-before($the-symbol, '/'), '|')))]/r:bodyName[1]"/>
  <!-- what has a place of its own -->
  <xsl:variable name="placed" select="$masthead/r:organization[1] | $masthead/r:symbol[1] | $organs
      | $second-column | $masthead/r:distribution[1] | $masthead/r:date[1] | $masthead/r:language[1] | $masthead/r:original
      | $masthead/r:jobNumber[1]"/>

  <xsl:template match="r:head">
    <fo:block role="NonStruct">
      <xsl:call-template name="common"/>
      <xsl:if test="$masthead">
        <xsl:call-template name="bar"><xsl:with-param name="place" select="$places/thin-rule"/></xsl:call-template>
        <xsl:call-template name="bar"><xsl:with-param name="place" select="$places/thick-rule"/></xsl:call-template>
        <xsl:if test="not(r:symbol) and $the-symbol != ''">
          <xsl:call-template name="place"><xsl:with-param name="place" select="$places/symbol"/><xsl:with-param name="set" select="$S/symbol"/>
            <xsl:with-param name="content"><fo:block role="artifact"><xsl:call-template name="symbol-parts"><xsl:with-param name="s" select="$the-symbol"/></xsl:call-template></fo:block></xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="emblem"/>
      </xsl:if>
      <xsl:for-each select="*">
        <xsl:choose>
          <xsl:when test="count(. | $placed) = count($placed)"><xsl:call-template name="placed-field"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="$masthead">
        <xsl:if test="not(r:jobNumber) and $the-job != ''">
          <xsl:call-template name="place"><xsl:with-param name="place" select="$places/job"/><xsl:with-param name="set" select="$S/job"/>
            <xsl:with-param name="latin" select="$rtl"/>
            <xsl:with-param name="content"><fo:block role="artifact"><xsl:value-of select="$the-job"/></fo:block></xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="barcode"/>
        <xsl:call-template name="qr-code"/>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:variable name="the-job">
    <xsl:if test="$masthead">
      <xsl:value-of select="normalize-space($masthead/r:jobNumber[1])"/>
      <xsl:if test="not($masthead/r:jobNumber)"><xsl:value-of select="normalize-space($job-number)"/></xsl:if>
    </xsl:if>
  </xsl:variable>
  <!-- without the letter of the language and the dates behind it -->
  <xsl:variable name="the-bare-job" select="substring-before(concat($the-job, ' '), ' ')"/>

  <!-- ==== fields in the flow ==== -->

  <xsl:template match="r:head/*" name="field">
    <fo:block role="P">
      <xsl:call-template name="field-dress"/>
      <!-- what the draft prints below the title stands under it, no longer in the session block -->
      <xsl:if test="$masthead and preceding-sibling::r:title">
        <xsl:attribute name="start-indent"><xsl:value-of select="$column"/>pt</xsl:attribute>
        <xsl:attribute name="end-indent"><xsl:value-of select="$page/@column-end"/>pt</xsl:attribute>
      </xsl:if>
      <xsl:if test="count(. | $latin-fields) = count($latin-fields)"><xsl:attribute name="font-family"><xsl:value-of select="$sheet/root/@font-family"/></xsl:attribute></xsl:if>
      <xsl:call-template name="common"/>
      <xsl:if test="self::r:title"><xsl:attribute name="role">H1</xsl:attribute></xsl:if>
      <xsl:if test="not(preceding-sibling::*[count(. | $placed) != count($placed)])"><xsl:attribute name="space-before">0pt</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="r:head/r:pagebreak" priority="1"/>

  <!-- A field is dressed by its name, in a resolution by what it says there. -->
  <xsl:template name="field-dress">
    <xsl:variable name="own" select="$S/*[$report/@kind = 'resolution'][name() = concat('resolution-', name(current()))]"/>
    <xsl:choose>
      <xsl:when test="self::r:organ[. = preceding-sibling::r:organ]"><xsl:copy-of select="$S/session/@*"/></xsl:when>
      <xsl:when test="self::r:bodyName and preceding-sibling::*[self::r:bodyName or self::r:organ][count(. | $organs) != count($organs)]"><xsl:copy-of select="$S/session/@*"/></xsl:when>
      <xsl:when test="self::r:organ and $masthead"><xsl:copy-of select="$S/bodyName/@*"/></xsl:when>
      <xsl:when test="$own"><xsl:copy-of select="$own/@*"/></xsl:when>
      <xsl:otherwise><xsl:copy-of select="$S/*[name() = name(current())]/@*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "[on the report of ...]": the words between the brackets in italics. -->
  <xsl:template match="r:head/r:field[not(*)][starts-with(., '[')]/text()">
    <xsl:variable name="words" select="normalize-space(.)"/>
    <xsl:text>[</xsl:text>
    <fo:inline font-style="italic"><xsl:value-of select="translate(substring($words, 2), ']', '')"/></fo:inline>
    <xsl:if test="contains($words, ']')">]</xsl:if>
  </xsl:template>

  <!-- The number of a resolution hangs before its title like that of a heading. -->
  <xsl:template match="r:report[@kind = 'resolution']/r:head/r:title[contains(substring-before(text()[1], '. '), '/')]" priority="1">
    <xsl:choose>
      <xsl:when test="$S/@numbers = 'hang'"><xsl:call-template name="hanging-title"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="field"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="hanging-title">
    <xsl:variable name="num" select="concat(substring-before(text()[1], '. '), '.')"/>
    <fo:list-block role="H1" start-indent="0pt" provisional-distance-between-starts="{$column}pt"
        provisional-label-separation="{$S/heading-number/@separation}">
      <xsl:call-template name="field-dress"/>
      <xsl:call-template name="common"/>
      <fo:list-item role="NonStruct">
        <fo:list-item-label role="NonStruct" end-indent="label-end()">
          <fo:block role="NonStruct" text-align="end"><xsl:value-of select="$num"/></fo:block>
        </fo:list-item-label>
        <fo:list-item-body role="NonStruct" start-indent="body-start()">
          <fo:block role="NonStruct">
            <xsl:value-of select="substring-after(text()[1], $num)"/>
            <xsl:apply-templates select="text()[1]/following-sibling::node()"/>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <!-- ==== fields with a place ==== -->

  <xsl:template name="placed-field">
    <xsl:variable name="slot">
      <xsl:choose>
        <xsl:when test="self::r:distribution">0</xsl:when>
        <xsl:when test="count(. | $second-column) = count($second-column)"><xsl:value-of select="number(boolean(self::r:session))"/></xsl:when>
        <xsl:when test="self::r:date">1</xsl:when>
        <xsl:when test="self::r:language">2</xsl:when>
        <xsl:when test="self::r:original"><xsl:value-of select="3 + count(preceding-sibling::r:original)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="count(preceding-sibling::*[name() = name(current())])"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="self::r:date or self::r:language or self::r:original">distribution</xsl:when>
        <xsl:when test="self::r:jobNumber">job</xsl:when>
        <xsl:when test="self::r:bodyName">organ</xsl:when>
        <xsl:when test="count(. | $second-column) = count($second-column)">session-column</xsl:when>
        <xsl:otherwise><xsl:value-of select="name()"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="latin" select="count(. | $latin-fields) = count($latin-fields)"/>
    <xsl:call-template name="place">
      <xsl:with-param name="place" select="$places/*[name() = $name]"/>
      <xsl:with-param name="set" select="$S/*[name() = $name]"/>
      <xsl:with-param name="line" select="number($slot)"/>
      <xsl:with-param name="latin" select="$latin"/>
      <xsl:with-param name="content">
        <fo:block role="P">
          <xsl:if test="$latin"><xsl:attribute name="font-family"><xsl:value-of select="$sheet/root/@font-family"/></xsl:attribute></xsl:if>
          <xsl:call-template name="common"/>
          <xsl:apply-templates mode="placed"/>
        </fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="node()" mode="placed"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="r:symbol/text()" mode="placed">
    <xsl:call-template name="symbol-parts"><xsl:with-param name="s" select="."/></xsl:call-template>
  </xsl:template>

  <!-- The organ letter of a symbol is large; of a joint symbol both are, and the dash between them is not. -->
  <xsl:template name="symbol-parts">
    <xsl:param name="s"/>
    <xsl:variable name="text" select="normalize-space($s)"/>
    <xsl:variable name="own"><xsl:call-template name="first-symbol"><xsl:with-param name="s" select="$text"/></xsl:call-template></xsl:variable>
    <xsl:variable name="organ" select="substring-before(concat($own, '/'), '/')"/>
    <xsl:choose>
      <xsl:when test="string-length($organ) &lt; 3"><fo:inline><xsl:copy-of select="$S/symbol-letter/@*"/><xsl:value-of select="$organ"/></fo:inline></xsl:when>
      <xsl:otherwise><xsl:value-of select="$organ"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="substring($own, string-length($organ) + 1)"/>
    <xsl:if test="$text != $own">
      <xsl:value-of select="substring($text, string-length($own) + 1, 1)"/>
      <xsl:call-template name="symbol-parts"><xsl:with-param name="s" select="substring($text, string-length($own) + 2)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What of a symbol stands before the second of a joint one, whichever dash joins them. -->
  <xsl:template name="first-symbol">
    <xsl:param name="s"/>
    <xsl:variable name="plain" select="translate($s, '–−', '--')"/>
    <xsl:choose>
      <xsl:when test="contains($plain, '-S/')"><xsl:value-of select="substring($s, 1, string-length(substring-before($plain, '-S/')))"/></xsl:when>
      <xsl:when test="contains($plain, '-A/')"><xsl:value-of select="substring($s, 1, string-length(substring-before($plain, '-A/')))"/></xsl:when>
      <xsl:when test="contains($plain, '-E/')"><xsl:value-of select="substring($s, 1, string-length(substring-before($plain, '-E/')))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$s"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== pictures with a place ==== -->

  <xsl:template name="emblem">
    <xsl:variable name="src" select="string($sheet/emblem/@src)"/>
    <xsl:variable name="picture" select="d:picture($src)"/>
    <xsl:if test="$src != '' and $picture = ''">
      <xsl:message>the look has no picture "<xsl:value-of select="$src"/>" for its emblem; put it beside stylesheets/styles/<xsl:value-of select="$style"/>.xml</xsl:message>
    </xsl:if>
    <xsl:call-template name="picture">
      <xsl:with-param name="place" select="$places/emblem"/>
      <xsl:with-param name="src" select="$picture"/>
      <xsl:with-param name="alt" select="($S/emblem/@alt)[last()]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- It leads to the document by its symbol, of a joint one by the first. -->
  <xsl:template name="qr-code">
    <xsl:if test="$sheet/@qr-code = 'true' and $the-symbol != '' and $lang != 'und'">
      <xsl:variable name="address">
        <xsl:call-template name="document-address"><xsl:with-param name="symbol" select="$symbol-of-one"/></xsl:call-template>
      </xsl:variable>
      <xsl:call-template name="picture">
        <xsl:with-param name="place" select="$places/qr-code"/>
        <xsl:with-param name="src" select="d:qr($address)"/>
        <xsl:with-param name="alt" select="$address"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="picture">
    <xsl:param name="place"/>
    <xsl:param name="src"/>
    <xsl:param name="alt"/>
    <xsl:if test="$src != '' and $place">
      <fo:block-container absolute-position="fixed" width="{$place/@width}pt" height="{$place/@height}pt" top="{$place/@top}pt"
          start-indent="0pt" end-indent="0pt" text-indent="0pt">
        <xsl:call-template name="left"><xsl:with-param name="place" select="$place"/></xsl:call-template>
        <fo:block role="NonStruct" font-size="0.1pt" line-height="0.1pt" text-align="center">
          <fo:external-graphic src="{$src}" width="{$place/@width}pt" height="{$place/@height}pt" content-width="scale-to-fit"
              content-height="scale-to-fit" display-align="center" fox:alt-text="{$alt}"/>
        </fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- The seven figures of the job number, which stand above, in Code 39 (ISO/IEC 16388), between two stars. -->
  <xsl:template name="barcode">
    <xsl:variable name="figures" select="translate($the-bare-job, translate($the-bare-job, '0123456789', ''), '')"/>
    <xsl:variable name="place" select="$places/barcode"/>
    <xsl:if test="string-length($figures) = 7 and $place">
      <fo:block-container role="artifact" absolute-position="fixed" width="{$place/@width}pt" height="{$place/@height}pt" top="{$place/@top}pt"
          start-indent="0pt" end-indent="0pt" text-indent="0pt" writing-mode="lr-tb" font-size="0.1pt" line-height="0.1pt">
        <xsl:call-template name="left"><xsl:with-param name="place" select="$place"/></xsl:call-template>
        <xsl:call-template name="bars">
          <xsl:with-param name="unit" select="$place/@width div 143"/>
          <xsl:with-param name="signs" select="concat('*', $figures, '*')"/>
        </xsl:call-template>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- of 0 to 9 and the star: which of bar, gap, bar, ... are wide -->
  <xsl:variable name="code-39">000110100100100001001100001101100000000110001100110000001110000000100101100100100001100100010010100</xsl:variable>

  <!-- The first of the signs, from x units on, and then the others: five bars and four gaps each, a wide one of
       three units, and a gap of one behind it. -->
  <xsl:template name="bars">
    <xsl:param name="unit"/>
    <xsl:param name="signs"/>
    <xsl:param name="x" select="0"/>
    <xsl:param name="wide" select="substring($code-39, 1 + 9 * string-length(substring-before('0123456789*', substring($signs, 1, 1))), 9)"/>
    <xsl:variable name="width" select="1 + 2 * substring($wide, 1, 1)"/>
    <xsl:if test="string-length($wide) mod 2 = 1">
      <fo:block-container role="artifact" absolute-position="absolute" left="{$x * $unit}pt" top="0pt" width="{$width * $unit}pt"
          height="{$places/barcode/@height}pt" background-color="#000000"><fo:block role="artifact"/></fo:block-container>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="string-length($wide) &gt; 1">
        <xsl:call-template name="bars">
          <xsl:with-param name="unit" select="$unit"/>
          <xsl:with-param name="signs" select="$signs"/>
          <xsl:with-param name="x" select="$x + $width"/>
          <xsl:with-param name="wide" select="substring($wide, 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="string-length($signs) &gt; 1">
        <xsl:call-template name="bars">
          <xsl:with-param name="unit" select="$unit"/>
          <xsl:with-param name="signs" select="substring($signs, 2)"/>
          <xsl:with-param name="x" select="$x + $width + 1"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ==== places ==== -->

  <!-- Lines whose first baseline is where the place says, `line` lines further down; with `above`, the last
       of up to so many more lines stands there. -->
  <xsl:template name="place">
    <xsl:param name="place"/>
    <xsl:param name="set"/>
    <xsl:param name="content"/>
    <xsl:param name="line" select="0"/>
    <xsl:param name="latin" select="false()"/>
    <xsl:param name="above" select="0"/>
    <xsl:variable name="size" select="number(substring-before(($set/@font-size)[last()], 'pt'))"/>
    <xsl:variable name="height" select="number(substring-before(($set/@line-height)[last()], 'pt'))"/>
    <fo:block-container absolute-position="fixed" width="{$place/@width}pt" start-indent="0pt" end-indent="0pt" text-indent="0pt"
        top="{format-number($place/@baseline - ($height - 1.107 * $size) div 2 - 0.891 * $size + ($line - $above) * $height, '0.###')}pt">
      <xsl:if test="$above &gt; 0">
        <xsl:attribute name="height"><xsl:value-of select="($above + 1) * $height"/>pt</xsl:attribute>
        <xsl:attribute name="display-align">after</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="left"><xsl:with-param name="place" select="$place"/></xsl:call-template>
      <xsl:copy-of select="$set/@*"/>
      <xsl:if test="$latin"><xsl:attribute name="writing-mode">lr-tb</xsl:attribute></xsl:if>
      <xsl:copy-of select="$content"/>
    </fo:block-container>
  </xsl:template>

  <!-- A filled box; never text. -->
  <xsl:template name="bar">
    <xsl:param name="place"/>
    <fo:block-container role="artifact" absolute-position="fixed" width="{$place/@width}pt" height="{$place/@height}pt" top="{$place/@top}pt"
        start-indent="0pt" end-indent="0pt" background-color="#000000">
      <xsl:call-template name="left"><xsl:with-param name="place" select="$place"/></xsl:call-template>
      <fo:block role="artifact" font-size="0.1pt" line-height="0.1pt"/>
    </fo:block-container>
  </xsl:template>

  <!-- Right-to-left pages are mirrored. -->
  <xsl:template name="left">
    <xsl:param name="place"/>
    <xsl:variable name="x" select="$page/@left + $place/@x"/>
    <xsl:attribute name="left">
      <xsl:choose>
        <xsl:when test="$rtl"><xsl:value-of select="format-number($page/@width - $x - $place/@width, '0.###')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="format-number($x, '0.###')"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>pt</xsl:text>
    </xsl:attribute>
  </xsl:template>
</xsl:stylesheet>
