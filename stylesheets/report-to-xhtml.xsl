<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  report-to-xhtml.xsl: the report as the XHTML files of an EPUB.

  The result is one document: book (its attributes describe the publication), with a file for
  nav.xhtml, the title page, each front part, what stands before the first section, each section
  of the first level and each annex.  Notes stand as asides at the end of the file that calls them.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:b="urn:rapporteur:book:1"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="r">
  <xsl:import href="common.xsl"/>
  <xsl:include href="xhtml-blocks.xsl"/>
  <xsl:include href="xhtml-nav.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
  <!-- What stands between the sections of the body, by the section before it ("" before the first). -->
  <xsl:key name="loose" match="r:body/*[not(self::r:section)]" use="generate-id(preceding-sibling::r:section[1])"/>

  <xsl:variable name="dir"><xsl:call-template name="direction"><xsl:with-param name="code" select="$lang"/></xsl:call-template></xsl:variable>

  <xsl:template name="direction">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="contains(' ar he fa ur ', concat(' ', substring(concat($code, ' '), 1, 2), ' '))">rtl</xsl:when>
      <xsl:otherwise>ltr</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="title">
    <xsl:variable name="node" select="($head/r:title | $report/r:body/r:title)[1]"/>
    <xsl:choose>
      <xsl:when test="$node"><xsl:call-template name="plain"><xsl:with-param name="node" select="$node"/></xsl:call-template></xsl:when>
      <xsl:when test="$report/r:front/r:heading">
        <xsl:call-template name="plain"><xsl:with-param name="node" select="$report/r:front[1]/r:heading"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$the-symbol != ''"><xsl:value-of select="$the-symbol"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$report/@kind"/><xsl:if test="not($report/@kind)">report</xsl:if></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="lead" select="key('loose', '')[not(self::r:rule or self::r:pagebreak)]"/>

  <xsl:template match="/">
    <b:book lang="{$lang}" dir="{$dir}" title="{$title}" symbol="{$the-symbol}" date="{$the-date}">
      <xsl:attribute name="creator">
        <xsl:call-template name="plain">
          <xsl:with-param name="node" select="($head/r:bodyName | $head/r:organ[not($head/r:bodyName)])[1]"/>
        </xsl:call-template>
      </xsl:attribute>
      <xsl:attribute name="publisher">
        <xsl:call-template name="plain"><xsl:with-param name="node" select="$head/r:organization[1]"/></xsl:call-template>
      </xsl:attribute>
      <xsl:attribute name="summary">
        <xsl:call-template name="word"><xsl:with-param name="key">epub.accessibility</xsl:with-param></xsl:call-template>
      </xsl:attribute>
      <xsl:call-template name="nav"/>
      <xsl:if test="$head/*[not(self::r:pagebreak)]">
        <xsl:call-template name="file">
          <xsl:with-param name="name">title.xhtml</xsl:with-param>
          <xsl:with-param name="nodes" select="$head"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:for-each select="$report/r:contents | $report/r:front">
        <xsl:call-template name="file"><xsl:with-param name="nodes" select="."/></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$lead or not($report/r:body/r:section)">
        <xsl:call-template name="file">
          <xsl:with-param name="name">body.xhtml</xsl:with-param>
          <xsl:with-param name="nodes" select="key('loose', '')"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:for-each select="$report/r:body/r:section">
        <xsl:call-template name="file">
          <xsl:with-param name="nodes" select="key('loose', '')[not($lead)][current()[not(preceding-sibling::r:section)]]
              | . | key('loose', generate-id())"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="$report/r:annex">
        <xsl:call-template name="file"><xsl:with-param name="nodes" select="."/></xsl:call-template>
      </xsl:for-each>
    </b:book>
  </xsl:template>

  <!-- ==== files ==== -->
  <xsl:template name="file">
    <xsl:param name="name"><xsl:apply-templates select="." mode="file"/></xsl:param>
    <xsl:param name="nodes"/>
    <b:file name="{$name}">
      <html xml:lang="{$lang}" lang="{$lang}" dir="{$dir}">
        <head>
          <title>
            <xsl:variable name="own"><xsl:apply-templates select="$nodes[self::r:section or self::r:annex or self::r:front or self::r:contents][1]" mode="label"/></xsl:variable>
            <xsl:choose>
              <xsl:when test="$own != ''"><xsl:value-of select="$own"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$title"/></xsl:otherwise>
            </xsl:choose>
          </title>
          <link rel="stylesheet" type="text/css" href="style.css"/>
        </head>
        <body>
          <xsl:choose>
            <xsl:when test="$name = 'body.xhtml'">
              <section epub:type="bodymatter"><xsl:apply-templates select="$nodes"/></section>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="$nodes"/></xsl:otherwise>
          </xsl:choose>
          <xsl:variable name="notes" select="$nodes//r:note"/>
          <xsl:if test="$notes">
            <section epub:type="footnotes" class="notes">
              <xsl:attribute name="aria-label">
                <xsl:call-template name="word"><xsl:with-param name="key">epub.notes</xsl:with-param></xsl:call-template>
              </xsl:attribute>
              <xsl:apply-templates select="$notes" mode="aside"/>
            </section>
          </xsl:if>
        </body>
      </html>
    </b:file>
  </xsl:template>

  <!-- The file an element stands in. -->
  <xsl:template match="*" mode="file"><xsl:apply-templates select=".." mode="file"/></xsl:template>
  <xsl:template match="r:head" mode="file">title.xhtml</xsl:template>
  <xsl:template match="r:report | r:body" mode="file">nav.xhtml</xsl:template>
  <xsl:template match="r:report/r:front" mode="file">
    <xsl:value-of select="concat('front-', count(preceding-sibling::r:front) + 1, '.xhtml')"/>
  </xsl:template>
  <xsl:template match="r:report/r:contents" mode="file">
    <xsl:value-of select="concat('contents-', count(preceding-sibling::r:contents) + 1, '.xhtml')"/>
  </xsl:template>
  <xsl:template match="r:report/r:annex" mode="file">
    <xsl:value-of select="concat('annex-', count(preceding-sibling::r:annex) + 1, '.xhtml')"/>
  </xsl:template>
  <xsl:template match="r:body/r:section" mode="file">
    <xsl:value-of select="concat('section-', count(preceding-sibling::r:section) + 1, '.xhtml')"/>
  </xsl:template>
  <xsl:template match="r:body/*[not(self::r:section)]" mode="file">
    <xsl:variable name="section" select="preceding-sibling::r:section[1]"/>
    <xsl:choose>
      <xsl:when test="$section"><xsl:apply-templates select="$section" mode="file"/></xsl:when>
      <xsl:when test="$lead or not(../r:section)">body.xhtml</xsl:when>
      <xsl:otherwise>section-1.xhtml</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What an element is called in navigation: number and heading without notes. -->
  <xsl:template match="*" mode="label"/>
  <xsl:template match="r:section" mode="label">
    <xsl:variable name="num"><xsl:call-template name="plain"><xsl:with-param name="node" select="r:num"/></xsl:call-template></xsl:variable>
    <xsl:variable name="heading"><xsl:call-template name="plain"><xsl:with-param name="node" select="r:heading"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="normalize-space(concat($num, ' ', $heading))"/>
  </xsl:template>
  <xsl:template match="r:front | r:contents" mode="label">
    <xsl:variable name="heading" select="(r:heading | r:box/r:heading)[1]"/>
    <xsl:choose>
      <xsl:when test="$heading"><xsl:call-template name="plain"><xsl:with-param name="node" select="$heading"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="r:annex" mode="label">
    <xsl:variable name="label"><xsl:call-template name="plain"><xsl:with-param name="node" select="r:label"/></xsl:call-template></xsl:variable>
    <xsl:variable name="name"><xsl:call-template name="plain"><xsl:with-param name="node" select="r:title[1]"/></xsl:call-template></xsl:variable>
    <xsl:variable name="both" select="normalize-space(concat($label, ' ', $name))"/>
    <xsl:choose>
      <xsl:when test="$both != ''"><xsl:value-of select="$both"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
