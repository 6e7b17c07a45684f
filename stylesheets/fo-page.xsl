<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- fo-page.xsl: page masters, running heads and feet, bookmarks, document data. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:rx="urn:rapporteur:fo:1"
    exclude-result-prefixes="r">

  <xsl:variable name="masthead" select="$head[r:organization or r:organ or r:symbol]"/>
  <xsl:variable name="left" select="number($look[@name = 'left'])"/>
  <xsl:variable name="width" select="number($look[@name = 'width'])"/>

  <xsl:template match="/r:report">
    <fo:root font-family="{$look[@name = 'font']}" font-size="{$size}pt" line-height="{$leading}pt" xml:lang="{$lang}"
        rx:horizontal-scale="{$look[@name = 'scale']}" letter-spacing="{$look[@name = 'tracking']}pt"
        hyphenate="{$look[@name = 'hyphenate']}" hyphenation-ladder-count="2"
        rx:protrusion="{$look[@name = 'protrusion']}" rx:expansion="{$look[@name = 'expansion']}">
      <xsl:if test="$rtl"><xsl:attribute name="writing-mode">rl-tb</xsl:attribute></xsl:if>
      <fo:layout-master-set>
        <xsl:call-template name="master"><xsl:with-param name="name" select="'first'"/></xsl:call-template>
        <xsl:call-template name="master"><xsl:with-param name="name" select="'odd'"/></xsl:call-template>
        <xsl:call-template name="master"><xsl:with-param name="name" select="'even'"/></xsl:call-template>
        <fo:page-sequence-master master-name="pages">
          <fo:repeatable-page-master-alternatives>
            <xsl:if test="$masthead">
              <fo:conditional-page-master-reference master-reference="first" page-position="first"/>
            </xsl:if>
            <fo:conditional-page-master-reference master-reference="odd" odd-or-even="odd"/>
            <fo:conditional-page-master-reference master-reference="even" odd-or-even="even"/>
          </fo:repeatable-page-master-alternatives>
        </fo:page-sequence-master>
      </fo:layout-master-set>
      <xsl:call-template name="document-data"/>
      <xsl:call-template name="bookmarks"/>
      <fo:page-sequence master-reference="pages">
        <xsl:call-template name="head-and-foot"><xsl:with-param name="side" select="'odd'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
        <xsl:call-template name="head-and-foot"><xsl:with-param name="side" select="'even'"/><xsl:with-param name="align" select="'start'"/></xsl:call-template>
        <xsl:call-template name="first-head"/>
        <fo:static-content flow-name="xsl-footnote-separator">
          <fo:block role="artifact" padding-before="15.4pt" border-after="0.25pt solid #000000" start-indent="39.62pt" end-indent="{$width - 111.62}pt"/>
          <fo:block role="artifact" padding-before="6.1pt"/>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body" role="NonStruct">
          <xsl:apply-templates/>
          <fo:block id="last-page"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="master">
    <xsl:param name="name"/>
    <xsl:variable name="first" select="$name = 'first'"/>
    <xsl:variable name="top" select="$look[@name = concat('top', substring('-first', 1, 6 * $first))]"/>
    <xsl:variable name="bottom" select="$look[@name = concat('bottom', substring('-first', 1, 6 * $first))]"/>
    <xsl:variable name="page-width" select="number($look[@name = 'page-width'])"/>
    <xsl:variable name="page-height" select="number($look[@name = 'page-height'])"/>
    <fo:simple-page-master master-name="{$name}" page-width="{$page-width}pt" page-height="{$page-height}pt">
      <fo:region-body margin-top="{$top}pt" margin-bottom="{$page-height - $bottom}pt" margin-left="{$left}pt" margin-right="{$page-width - $left - $width}pt"/>
      <fo:region-before region-name="{$name}-head" extent="60pt"/>
    </fo:simple-page-master>
  </xsl:template>

  <!-- A line of text at a place of the page. -->
  <xsl:template name="head-and-foot">
    <xsl:param name="side"/><xsl:param name="align"/>
    <fo:static-content flow-name="{$side}-head" font-size="8.5pt" line-height="10.5pt" font-weight="bold">
      <fo:block-container absolute-position="fixed" left="{$left}pt" top="50.92pt" width="{$width}pt" height="13.9pt" border-after="0.25pt solid #000000">
        <fo:block text-align="{$align}"><xsl:value-of select="$the-symbol"/></fo:block>
      </fo:block-container>
      <fo:block-container absolute-position="fixed" left="{$left}pt" top="747.14pt" width="{$width}pt">
        <xsl:attribute name="top"><xsl:value-of select="number($look[@name = 'page-height']) - 44.86"/>pt</xsl:attribute>
        <fo:block text-align="{$align}"><fo:page-number/>/<fo:page-number-citation-last ref-id="last-page"/></fo:block>
      </fo:block-container>
    </fo:static-content>
  </xsl:template>

  <xsl:template name="document-data">
    <fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><xsl:call-template name="document-title"/></dc:title>
            <xsl:if test="$head/r:organization | $head/r:organ">
              <dc:creator><xsl:value-of select="($head/r:organ | $head/r:organization)[last()]"/></dc:creator>
            </xsl:if>
            <xsl:if test="$the-symbol != ''"><dc:subject><xsl:value-of select="$the-symbol"/></dc:subject></xsl:if>
            <dc:language><xsl:value-of select="$lang"/></dc:language>
          </rdf:Description>
        </rdf:RDF>
      </x:xmpmeta>
    </fo:declarations>
  </xsl:template>

  <xsl:template name="document-title">
    <xsl:variable name="title" select="($head/r:title | /r:report/r:body/r:title)[1]"/>
    <xsl:choose>
      <xsl:when test="$title"><xsl:apply-templates select="$title" mode="words"/></xsl:when>
      <xsl:when test="$the-symbol != ''"><xsl:value-of select="$the-symbol"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="(//r:heading | //r:p)[1]" mode="words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words of an element without its notes, in one line. -->
  <xsl:template match="*" mode="words">
    <xsl:variable name="s"><xsl:for-each select=".//text()[not(ancestor::r:note)]"><xsl:value-of select="."/></xsl:for-each></xsl:variable>
    <xsl:value-of select="normalize-space($s)"/>
  </xsl:template>

  <xsl:template name="bookmarks">
    <xsl:if test="//r:section[r:heading] | //r:annex | //r:front[r:heading]">
      <fo:bookmark-tree>
        <xsl:apply-templates select="r:front | r:body | r:annex" mode="bookmark"/>
      </fo:bookmark-tree>
    </xsl:if>
  </xsl:template>
  <xsl:template match="r:body" mode="bookmark"><xsl:apply-templates select="r:section" mode="bookmark"/></xsl:template>
  <xsl:template match="r:front[not(r:heading)]" mode="bookmark"/>
  <xsl:template match="r:section[not(r:heading)]" mode="bookmark"><xsl:apply-templates select="r:section" mode="bookmark"/></xsl:template>
  <xsl:template match="r:section | r:annex | r:front" mode="bookmark">
    <xsl:variable name="id"><xsl:value-of select="@xml:id"/><xsl:if test="self::r:section">-h</xsl:if></xsl:variable>
    <fo:bookmark internal-destination="{$id}">
      <fo:bookmark-title>
        <xsl:apply-templates select="(r:num | r:label)[1]" mode="words"/>
        <xsl:if test="(r:num | r:label) and (r:heading | r:title)"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="(r:heading | r:title)[1]" mode="words"/>
      </fo:bookmark-title>
      <xsl:apply-templates select="r:section | r:annex" mode="bookmark"/>
    </fo:bookmark>
  </xsl:template>
</xsl:stylesheet>
