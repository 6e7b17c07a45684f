<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- fo-table.xsl: tables and figures with their captions. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    exclude-result-prefixes="r">

  <xsl:template match="r:table">
    <xsl:apply-templates select="r:caption"/>
    <fo:table start-indent="{$text}pt" end-indent="{$look[@name = 'text-end']}pt" space-after="12pt" id="{@xml:id}"
        font-size="8.5pt" line-height="10.5pt" border-collapse="separate">
      <xsl:if test="r:row[@head = 'true']">
        <fo:table-header start-indent="0pt" end-indent="0pt"><xsl:apply-templates select="r:row[@head = 'true']"/></fo:table-header>
      </xsl:if>
      <fo:table-body start-indent="0pt" end-indent="0pt">
        <xsl:apply-templates select="r:row[not(@head = 'true')]"/>
        <xsl:if test="not(r:row[not(@head = 'true')])"><fo:table-row><fo:table-cell><fo:block/></fo:table-cell></fo:table-row></xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="r:caption">
    <fo:block role="Caption" start-indent="{$text}pt" keep-with-next.within-page="always" space-after="3pt">
      <xsl:if test="position() &gt; 1"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:row"><fo:table-row><xsl:apply-templates select="r:cell"/></fo:table-row></xsl:template>

  <xsl:template match="r:cell">
    <fo:table-cell padding="2pt" text-align="{concat(@align, substring('start', 1, 5 * not(@align)))}">
      <xsl:if test="@colspan"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@rowspan"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
      <xsl:if test="../@head = 'true'">
        <xsl:attribute name="border-before">0.25pt solid #000000</xsl:attribute>
        <xsl:attribute name="border-after">0.25pt solid #000000</xsl:attribute>
      </xsl:if>
      <xsl:if test="@head = 'true' or ../@head = 'true'"><xsl:attribute name="fox:header">true</xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="r:p"><xsl:for-each select="r:p"><fo:block role="P"><xsl:apply-templates/></fo:block></xsl:for-each></xsl:when>
        <xsl:otherwise><fo:block role="P"><xsl:apply-templates/></fo:block></xsl:otherwise>
      </xsl:choose>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="r:figure">
    <fo:block role="Figure" start-indent="{$text}pt" space-after="12pt"><fo:external-graphic src="url('{@src}')" fox:alt-text="{@alt}"/></fo:block>
    <xsl:apply-templates select="r:caption"/>
  </xsl:template>
</xsl:stylesheet>
