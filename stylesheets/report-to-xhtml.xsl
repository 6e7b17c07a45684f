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
    xmlns:s="urn:rapporteur:siblings:1"
    xmlns:b="urn:rapporteur:book:1"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="r s">
  <xsl:import href="common.xsl"/>
  <xsl:include href="xhtml-blocks.xsl"/>
  <xsl:include href="xhtml-nav.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
  <!-- What stands between the sections of the body, by the section before it ("" before the first). -->
  <xsl:key name="loose" match="r:body/*[not(self::r:section)]" use="generate-id(s:before('section'))"/>

  <xsl:variable name="dir"><xsl:call-template name="direction"><xsl:with-param name="code" select="$lang"/></xsl:call-template></xsl:variable>

  <!-- A word of the document's language, or of English where the language has none. -->
  <xsl:variable name="words" select="document(concat('terms/', substring($lang, 1, 2), '.xml'))/terms/term[starts-with(@key, 'epub.')]"/>
  <xsl:template name="word">
    <xsl:param name="key"/>
    <xsl:variable name="own" select="$words[@key = $key]"/>
    <xsl:choose>
      <xsl:when test="$own"><xsl:value-of select="$own"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="document('terms/en.xml')/terms/term[@key = $key]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="direction">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="contains(' ar he fa ur ', concat(' ', substring(concat($code, ' '), 1, 2), ' '))">rtl</xsl:when>
      <xsl:otherwise>ltr</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The first that says something: the title, the heading of the first front part, the symbol, the kind. -->
  <xsl:variable name="title">
    <xsl:variable name="named" select="($head/r:title | $report/r:body/r:title)[.//text()[not(ancestor::r:note) and normalize-space() != '']][1]"/>
    <xsl:variable name="headed" select="$report/r:front/r:heading[.//text()[not(ancestor::r:note) and normalize-space() != '']][1]"/>
    <xsl:choose>
      <xsl:when test="$named"><xsl:call-template name="plain"><xsl:with-param name="node" select="$named"/></xsl:call-template></xsl:when>
      <xsl:when test="$headed"><xsl:call-template name="plain"><xsl:with-param name="node" select="$headed[1]"/></xsl:call-template></xsl:when>
      <xsl:when test="$the-symbol != ''"><xsl:value-of select="$the-symbol"/></xsl:when>
      <xsl:when test="$report/@kind"><xsl:value-of select="$report/@kind"/></xsl:when>
      <xsl:otherwise>report</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="lead" select="key('loose', '')[not(self::r:rule or self::r:pagebreak)]"/>

  <!-- The file in which the body begins. -->
  <xsl:variable name="first">
    <xsl:choose>
      <xsl:when test="$lead or not($report/r:body/r:section)">body.xhtml</xsl:when>
      <xsl:otherwise>section-1.xhtml</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

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
      <xsl:if test="$head/*">
        <xsl:call-template name="file">
          <xsl:with-param name="name">title.xhtml</xsl:with-param>
          <xsl:with-param name="nodes" select="$head"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:for-each select="$report/r:contents | $report/r:front">
        <xsl:call-template name="file"><xsl:with-param name="nodes" select="."/></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$first = 'body.xhtml'">
        <xsl:call-template name="file">
          <xsl:with-param name="name">body.xhtml</xsl:with-param>
          <xsl:with-param name="nodes" select="key('loose', '')"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:for-each select="$report/r:body/r:section">
        <xsl:variable name="own" select=". | key('loose', generate-id())"/>
        <xsl:choose>
          <xsl:when test="position() = 1 and not($lead)">
            <xsl:call-template name="file"><xsl:with-param name="nodes" select="key('loose', '') | $own"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="file"><xsl:with-param name="nodes" select="$own"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
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
            <xsl:variable name="part" select="$nodes[self::r:section or self::r:annex or self::r:front or self::r:contents][1]"/>
            <xsl:apply-templates select="$part" mode="label"/>
            <xsl:if test="not($part)"><xsl:value-of select="$title"/></xsl:if>
          </title>
          <link rel="stylesheet" type="text/css" href="style.css"/>
        </head>
        <body>
          <xsl:if test="$name = $first">
            <xsl:for-each select="$report/r:body"><xsl:call-template name="breaks-before"/></xsl:for-each>
          </xsl:if>
          <xsl:choose>
            <xsl:when test="$name = 'body.xhtml'">
              <section epub:type="bodymatter"><xsl:apply-templates select="$nodes"/></section>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="$nodes"/></xsl:otherwise>
          </xsl:choose>
          <xsl:variable name="notes" select="$nodes//r:note[*]"/>
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
  <xsl:template match="r:head[*]" mode="file">title.xhtml</xsl:template>
  <xsl:template match="r:report | r:body" mode="file"><xsl:value-of select="$first"/></xsl:template>
  <xsl:template match="r:report/r:pagebreak" mode="file">
    <xsl:apply-templates select="s:past()" mode="file"/>
  </xsl:template>
  <xsl:template match="r:report/r:front" mode="file">
    <xsl:value-of select="concat('front-', s:place(), '.xhtml')"/>
  </xsl:template>
  <xsl:template match="r:report/r:contents" mode="file">
    <xsl:value-of select="concat('contents-', s:place(), '.xhtml')"/>
  </xsl:template>
  <xsl:template match="r:report/r:annex" mode="file">
    <xsl:value-of select="concat('annex-', s:place(), '.xhtml')"/>
  </xsl:template>
  <xsl:template match="r:body/r:section" mode="file">
    <xsl:value-of select="concat('section-', s:place(), '.xhtml')"/>
  </xsl:template>
  <!-- no predicate, for which libxslt would count all siblings of whatever it is asked about -->
  <xsl:template match="r:body/*" mode="file" priority="0.4">
    <xsl:variable name="section" select="s:before('section')"/>
    <xsl:apply-templates select="$section" mode="file"/>
    <xsl:if test="not($section)"><xsl:value-of select="$first"/></xsl:if>
  </xsl:template>

  <!-- What a part is called in navigation: its words without notes, else the title of the report. -->
  <xsl:template match="*" mode="label">
    <xsl:variable name="own"><xsl:apply-templates select="." mode="words"/></xsl:variable>
    <xsl:variable name="folded" select="normalize-space($own)"/>
    <xsl:choose>
      <xsl:when test="$folded != ''"><xsl:value-of select="$folded"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:section" mode="words"><xsl:apply-templates select="r:num | r:heading" mode="words"/></xsl:template>
  <xsl:template match="r:front | r:contents" mode="words"><xsl:apply-templates select="(r:heading | r:box/r:heading)[1]" mode="words"/></xsl:template>
  <xsl:template match="r:annex" mode="words"><xsl:apply-templates select="r:label | r:title[1]" mode="words"/></xsl:template>
  <xsl:template match="*" mode="words">
    <xsl:call-template name="plain"/>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
