<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- fo-head.xsl: the masthead of page 1; each field at its place, in the order of the draft. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    exclude-result-prefixes="r">

  <xsl:template name="first-head">
    <fo:static-content flow-name="first-head">
      <fo:block-container absolute-position="fixed" left="{$left}pt" top="64.8pt" width="{$width}pt" height="0.48pt" background-color="#000000"><fo:block/></fo:block-container>
      <fo:block-container absolute-position="fixed" left="{$left}pt" top="208.94pt" width="{$width}pt" height="1.44pt" background-color="#000000"><fo:block/></fo:block-container>
    </fo:static-content>
  </xsl:template>

  <xsl:template match="r:head"><xsl:apply-templates/></xsl:template>

  <!-- Text at a fixed place: from the left of the block, from the top of the page. -->
  <xsl:template name="fixed">
    <xsl:param name="x"/><xsl:param name="y"/><xsl:param name="w" select="$width - $x"/>
    <xsl:param name="size" select="$size"/><xsl:param name="leading" select="$leading"/>
    <xsl:param name="weight" select="'normal'"/><xsl:param name="align" select="'start'"/>
    <fo:block-container absolute-position="fixed" left="{$left + $x}pt" top="{$y}pt" width="{$w}pt" start-indent="0pt" end-indent="0pt">
      <fo:block role="P" font-size="{$size}pt" line-height="{$leading}pt" font-weight="{$weight}" text-align="{$align}"><xsl:apply-templates/></fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template match="r:head/r:organization">
    <xsl:call-template name="fixed"><xsl:with-param name="x" select="$text"/><xsl:with-param name="y" select="46.115"/><xsl:with-param name="w" select="200"/>
      <xsl:with-param name="size" select="14"/><xsl:with-param name="leading" select="14"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="r:head/r:symbol">
    <xsl:call-template name="fixed"><xsl:with-param name="x" select="200"/><xsl:with-param name="y" select="47.145"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
  </xsl:template>
  <!-- The first letter of the symbol is twice as large. -->
  <xsl:template match="r:head/r:symbol/text()[1][not(preceding-sibling::node())]">
    <fo:inline font-size="20pt" line-height="12pt"><xsl:value-of select="substring(., 1, 1)"/></fo:inline><xsl:value-of select="substring(., 2)"/>
  </xsl:template>
  <xsl:template match="r:head/r:organ">
    <xsl:call-template name="fixed"><xsl:with-param name="x" select="$text"/><xsl:with-param name="w" select="265"/>
      <xsl:with-param name="y" select="69.92 + 19.5 * count(preceding-sibling::r:organ)"/>
      <xsl:with-param name="size" select="20"/><xsl:with-param name="leading" select="19.5"/><xsl:with-param name="weight" select="'bold'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="r:head/r:distribution | r:head/r:date | r:head/r:language | r:head/r:original">
    <xsl:call-template name="fixed"><xsl:with-param name="x" select="337.03"/>
      <xsl:with-param name="y" select="77.285 + 12 * count(preceding-sibling::*[self::r:distribution or self::r:date or self::r:language or self::r:original])"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="r:head/r:jobNumber">
    <xsl:call-template name="fixed"><xsl:with-param name="x" select="5.42"/><xsl:with-param name="w" select="300"/>
      <xsl:with-param name="y" select="number($look[@name = 'page-height']) - 53.8 + 12 * count(preceding-sibling::r:jobNumber)"/></xsl:call-template>
  </xsl:template>

  <!-- The session block, set from the left of the block. -->
  <xsl:template match="r:head/r:session | r:head/r:bodyName | r:head/r:agendaTitle">
    <fo:block role="P" font-weight="bold" end-indent="192pt" text-align="start">
      <xsl:if test="self::r:bodyName"><xsl:attribute name="font-size">12pt</xsl:attribute><xsl:attribute name="line-height">13.5pt</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="r:head/r:agendaItem | r:head/r:venue | r:head/r:field | r:head/r:author">
    <fo:block role="P" end-indent="192pt" space-after="3pt"><xsl:apply-templates/></fo:block>
  </xsl:template>
</xsl:stylesheet>
