<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- xhtml-nav.xsl: the navigation document of an EPUB; included by report-to-xhtml.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:b="urn:rapporteur:book:1"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="r">

  <xsl:template name="nav">
    <xsl:variable name="contents"><xsl:call-template name="word"><xsl:with-param name="key">epub.contents</xsl:with-param></xsl:call-template></xsl:variable>
    <b:file name="nav.xhtml">
      <html xml:lang="{$lang}" lang="{$lang}" dir="{$dir}">
        <head>
          <title><xsl:value-of select="$title"/></title>
          <link rel="stylesheet" type="text/css" href="style.css"/>
        </head>
        <body>
          <nav epub:type="toc" role="doc-toc" id="toc">
            <h1><xsl:value-of select="$contents"/></h1>
            <ol>
              <xsl:if test="$head/*">
                <li><a href="title.xhtml"><xsl:value-of select="$title"/></a></li>
              </xsl:if>
              <xsl:apply-templates select="$report/r:contents | $report/r:front" mode="nav"/>
              <xsl:if test="$first = 'body.xhtml'">
                <!-- behind a title page that has its name -->
                <li>
                  <a href="body.xhtml">
                    <xsl:if test="$head/*"><xsl:call-template name="word"><xsl:with-param name="key">epub.text</xsl:with-param></xsl:call-template></xsl:if>
                    <xsl:if test="not($head/*)"><xsl:value-of select="$title"/></xsl:if>
                  </a>
                </li>
              </xsl:if>
              <xsl:apply-templates select="$report/r:body/r:section | $report/r:annex" mode="nav"/>
            </ol>
          </nav>
          <xsl:variable name="pages" select="$report//r:pagebreak[@n != ''][@xml:id][not(ancestor::r:note)]"/>
          <xsl:if test="$pages">
            <nav epub:type="page-list" role="doc-pagelist" hidden="hidden">
              <h2><xsl:call-template name="word"><xsl:with-param name="key">epub.pages</xsl:with-param></xsl:call-template></h2>
              <ol>
                <xsl:for-each select="$pages">
                  <li>
                    <a>
                      <xsl:attribute name="href"><xsl:apply-templates select="." mode="file"/>#<xsl:value-of select="@xml:id"/></xsl:attribute>
                      <xsl:value-of select="@n"/>
                    </a>
                  </li>
                </xsl:for-each>
              </ol>
            </nav>
          </xsl:if>
          <nav epub:type="landmarks" hidden="hidden">
            <h2><xsl:call-template name="word"><xsl:with-param name="key">epub.landmarks</xsl:with-param></xsl:call-template></h2>
            <ol>
              <li><a epub:type="toc" href="nav.xhtml#toc"><xsl:value-of select="$contents"/></a></li>
              <xsl:if test="$head/*">
                <li><a epub:type="titlepage" href="title.xhtml"><xsl:value-of select="$title"/></a></li>
              </xsl:if>
              <li>
                <a epub:type="bodymatter" href="{$first}"><xsl:call-template name="word"><xsl:with-param name="key">epub.text</xsl:with-param></xsl:call-template></a>
              </li>
            </ol>
          </nav>
        </body>
      </html>
    </b:file>
  </xsl:template>

  <!-- One line of the table of contents, and those below it. -->
  <xsl:template match="*" mode="nav">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="label"/></xsl:variable>
    <xsl:variable name="below" select="(r:section | r:annex)[@xml:id][r:heading or r:num or r:label or r:title]"/>
    <li>
      <a>
        <xsl:attribute name="href">
          <xsl:apply-templates select="." mode="file"/>
          <xsl:if test="parent::r:section or parent::r:annex or parent::r:front"><xsl:value-of select="concat('#', @xml:id)"/></xsl:if>
        </xsl:attribute>
        <xsl:value-of select="$label"/>
      </a>
      <xsl:if test="$below">
        <ol><xsl:apply-templates select="$below" mode="nav"/></ol>
      </xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
