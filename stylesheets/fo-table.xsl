<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- fo-table.xsl: tables and figures with their captions. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:s="urn:rapporteur:siblings:1"
    exclude-result-prefixes="r s">

  <xsl:template match="r:table">
    <xsl:variable name="cols">
      <xsl:choose>
        <xsl:when test="@cols"><xsl:value-of select="@cols"/></xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="r:row">
            <xsl:sort select="count(r:cell) + sum(r:cell/@colspan) - count(r:cell/@colspan)" data-type="number" order="descending"/>
            <xsl:if test="position() = 1"><xsl:value-of select="count(r:cell) + sum(r:cell/@colspan) - count(r:cell/@colspan)"/></xsl:if>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="first" select="r:row[not(@head = 'true')][1]"/>
    <xsl:variable name="heads" select="$first/preceding-sibling::r:row"/>
    <xsl:variable name="rows" select="$first | $first/following-sibling::r:row | r:row[not($first)]"/>
    <xsl:variable name="count" select="count(r:row[r:cell][last()]/preceding-sibling::r:row) + 1"/>
    <xsl:variable name="figures" select="$rows[not(@head = 'true')][not(r:cell/@colspan)][count(r:cell) &gt;= count($heads[last()]/r:cell)][1]"/>
    <fo:block role="NonStruct">
      <xsl:call-template name="common"/>
      <!-- many columns take the whole block, with what names them -->
      <xsl:if test="$cols &gt; 4"><xsl:attribute name="start-indent">0pt</xsl:attribute><xsl:attribute name="end-indent">0pt</xsl:attribute></xsl:if>
      <xsl:apply-templates select="r:caption"/>
      <xsl:if test="$rows/r:cell">
        <fo:table width="100%" border-collapse="separate">
          <xsl:copy-of select="$S/table/@*"/>
          <xsl:if test="$heads">
            <fo:table-header start-indent="0pt" end-indent="0pt" text-indent="0pt"><xsl:apply-templates select="$heads"><xsl:with-param name="figures" select="$figures"/><xsl:with-param name="count" select="$count"/></xsl:apply-templates></fo:table-header>
          </xsl:if>
          <fo:table-body start-indent="0pt" end-indent="0pt" text-indent="0pt"><xsl:apply-templates select="$rows"><xsl:with-param name="figures" select="$figures"/><xsl:with-param name="count" select="$count"/></xsl:apply-templates></fo:table-body>
        </fo:table>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:row">
    <xsl:param name="figures"/><xsl:param name="count"/>
    <fo:table-row keep-together.within-page="always">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="r:cell"><xsl:with-param name="figures" select="$figures"/><xsl:with-param name="below" select="$count - s:place()"/></xsl:apply-templates>
    </fo:table-row>
  </xsl:template>
  <xsl:template match="r:row[not(r:cell)]"/>

  <xsl:template match="r:cell">
    <xsl:param name="figures"/><xsl:param name="below"/><!-- rows below its own -->
    <xsl:variable name="head" select="../@head = 'true'"/>
    <fo:table-cell text-align="start">
      <xsl:copy-of select="$S/cell/@*"/>
      <xsl:if test="not(preceding-sibling::r:cell[1])"><xsl:copy-of select="$S/cell-first/@*"/></xsl:if>
      <xsl:if test="not($head) and ../preceding-sibling::r:row[1]/@head = 'true'"><xsl:copy-of select="$S/cell-top/@*"/></xsl:if>
      <xsl:if test="$head">
        <xsl:copy-of select="$S/table-head/@*"/>
        <xsl:if test="not(../preceding-sibling::r:row[1])"><xsl:copy-of select="$S/table-top/@*"/></xsl:if>
        <xsl:if test="not(../following-sibling::r:row[1]/@head = 'true') or @rowspan &gt; 1"><xsl:copy-of select="$S/table-head-end/@*"/></xsl:if>
      </xsl:if>
      <xsl:if test="$below = 0 or @rowspan &gt; $below"><xsl:copy-of select="$S/table-end/@*"/></xsl:if>
      <xsl:variable name="align"><xsl:call-template name="align"><xsl:with-param name="figures" select="$figures"/></xsl:call-template></xsl:variable>
      <xsl:if test="$align != ''"><xsl:attribute name="text-align"><xsl:value-of select="$align"/></xsl:attribute></xsl:if>
      <xsl:if test="@colspan"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@rowspan"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@head = 'true' or $head"><xsl:attribute name="fox:header">true</xsl:attribute></xsl:if>
      <xsl:call-template name="common"/>
      <xsl:choose>
        <xsl:when test="r:p | r:list | r:quote | r:box | r:table | r:figure"><xsl:apply-templates select="*"/></xsl:when>
        <xsl:otherwise><fo:block role="P"><xsl:apply-templates/></fo:block></xsl:otherwise>
      </xsl:choose>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="r:cell/r:p">
    <fo:block role="P"><xsl:call-template name="common"/><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- The first caption names the table ("Table 1"), the others say what it shows. -->
  <xsl:template match="r:caption">
    <fo:block role="Caption">
      <xsl:choose>
        <xsl:when test="following-sibling::r:caption and not(preceding-sibling::r:caption)"><xsl:copy-of select="$S/caption/@*"/></xsl:when>
        <xsl:otherwise><xsl:copy-of select="$S/caption-title/@*"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:figure">
    <fo:block role="NonStruct">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="r:caption"/>
      <xsl:if test="@src">
        <fo:block role="NonStruct">
          <xsl:copy-of select="$S/figure/@*"/>
          <fo:external-graphic src="url('{translate(@src, &quot;'&quot;, '')}')" content-width="scale-down-to-fit" width="100%" scaling="uniform">
            <xsl:attribute name="fox:alt-text">
              <xsl:value-of select="@alt"/>
              <xsl:if test="not(@alt)"><xsl:call-template name="plain"/></xsl:if>
            </xsl:attribute>
          </fo:external-graphic>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
