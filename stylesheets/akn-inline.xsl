<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- akn-inline.xsl: blocks and inlines of Akoma Ntoso; included by report-to-akn.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:s="urn:rapporteur:siblings:1"
    xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="r s">

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- A page that begins between blocks is marked in the first words that follow. -->
  <xsl:key name="pages" match="r:report/r:pagebreak | r:body/r:pagebreak | r:section/r:pagebreak | r:para/r:pagebreak
      | r:annex/r:pagebreak | r:front/r:pagebreak | r:list/r:pagebreak | r:item/r:pagebreak | r:quote/r:pagebreak
      | r:box/r:pagebreak | r:table/r:pagebreak | r:preamble/r:pagebreak | r:speech/r:pagebreak"
      use="generate-id((s:past()/descendant-or-self::*
          [self::r:num or self::r:heading or self::r:p])[1])"/>
  <xsl:variable name="paged" select="boolean($report//r:pagebreak)"/>

  <xsl:template match="r:num | r:heading">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@xml:lang"/>
      <xsl:if test="$paged"><xsl:apply-templates select="key('pages', generate-id())"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- ==== blocks, where the schema takes no hierarchy ==== -->
  <xsl:template name="blocks">
    <xsl:param name="nodes"/>
    <xsl:apply-templates select="$nodes" mode="block"/>
    <!-- the schema wants something in every container -->
    <xsl:if test="not($nodes[not(self::r:pagebreak or self::r:rule)])"><p/></xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="block">
    <p>
      <xsl:copy-of select="@xml:lang"/>
      <xsl:if test="not(self::r:p)"><xsl:attribute name="class"><xsl:value-of select="local-name()"/></xsl:attribute></xsl:if>
      <xsl:if test="$paged"><xsl:apply-templates select="key('pages', generate-id())"/></xsl:if>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="r:pagebreak | r:rule" mode="block"/>

  <xsl:template match="r:list" mode="block">
    <xsl:if test="r:item">
      <blockList>
        <xsl:copy-of select="@xml:lang"/>
        <xsl:if test="@type"><xsl:attribute name="class"><xsl:value-of select="@type"/></xsl:attribute></xsl:if>
        <xsl:for-each select="r:item">
          <item>
            <xsl:apply-templates select="r:num"/>
            <xsl:apply-templates select="*[not(self::r:num)]" mode="block"/>
            <xsl:if test="not(*[not(self::r:num or self::r:pagebreak)])"><p/></xsl:if>
          </item>
        </xsl:for-each>
      </blockList>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:para" mode="block">
    <tblock class="para">
      <xsl:apply-templates select="r:num"/>
      <xsl:apply-templates select="*[not(self::r:num)]" mode="block"/>
      <xsl:if test="not(*[not(self::r:num or self::r:pagebreak)])"><p/></xsl:if>
    </tblock>
  </xsl:template>

  <xsl:template match="r:quote | r:box | r:section | r:contents | r:speech | r:preamble | r:vote
      | r:signature | r:clause" mode="block">
    <blockContainer class="{local-name()}">
      <xsl:copy-of select="@xml:lang"/>
      <xsl:apply-templates select="r:num"/>
      <xsl:variable name="heading" select="*[not(self::r:num)][1][self::r:heading]"/>
      <xsl:apply-templates select="$heading"/>
      <xsl:variable name="top" select="generate-id($heading)"/>
      <xsl:for-each select="*[not(self::r:num) and generate-id() != $top]">
        <xsl:choose>
          <xsl:when test="self::r:heading"><crossHeading><xsl:apply-templates/></crossHeading></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="block"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="not(*[not(self::r:num or self::r:pagebreak or self::r:rule) and generate-id() != $top])"><p/></xsl:if>
    </blockContainer>
  </xsl:template>

  <xsl:template match="r:table" mode="block">
    <xsl:choose>
      <xsl:when test="r:row/r:cell">
        <table>
          <xsl:if test="@xml:id"><xsl:attribute name="eId"><xsl:value-of select="translate(@xml:id, '-', '_')"/></xsl:attribute></xsl:if>
          <xsl:copy-of select="@xml:lang"/>
          <xsl:if test="r:caption">
            <caption>
              <xsl:for-each select="r:caption">
                <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text><eol/></xsl:if>
                <xsl:apply-templates/>
              </xsl:for-each>
            </caption>
          </xsl:if>
          <xsl:apply-templates select="r:row[r:cell]" mode="block"/>
        </table>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="r:caption"><p class="caption"><xsl:apply-templates/></p></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:row" mode="block">
    <tr>
      <xsl:if test="@head = 'true'"><xsl:attribute name="class">head</xsl:attribute></xsl:if>
      <xsl:apply-templates select="r:cell" mode="block"/>
    </tr>
  </xsl:template>

  <xsl:template match="r:cell" mode="block">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@head = 'true' or ../@head = 'true'">th</xsl:when>
        <xsl:otherwise>td</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}">
      <xsl:copy-of select="@xml:lang"/>
      <xsl:if test="@align"><xsl:attribute name="class"><xsl:value-of select="@align"/></xsl:attribute></xsl:if>
      <xsl:if test="@colspan &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@rowspan &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="r:p or r:list or r:quote or r:box or r:table or r:figure">
          <xsl:apply-templates select="*" mode="block"/>
        </xsl:when>
        <xsl:when test="node()"><p><xsl:apply-templates/></p></xsl:when>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <xsl:template match="r:figure" mode="block">
    <xsl:if test="@src">
      <p class="figure">
        <img src="{translate(@src, ' ', '')}">
          <xsl:if test="@alt"><xsl:attribute name="alt"><xsl:value-of select="@alt"/></xsl:attribute></xsl:if>
        </img>
      </p>
    </xsl:if>
    <xsl:for-each select="r:caption"><p class="caption"><xsl:apply-templates/></p></xsl:for-each>
  </xsl:template>

  <!-- ==== inlines ==== -->
  <xsl:template name="note-eid">
    <xsl:variable name="up"><xsl:apply-templates select="ancestor::r:annex[1]" mode="eid"/></xsl:variable>
    <xsl:value-of select="$up"/>
    <xsl:if test="$up != ''">__</xsl:if>
    <xsl:text>ftn_</xsl:text>
    <xsl:choose>
      <xsl:when test="starts-with(@xml:id, 'note-')"><xsl:value-of select="substring-after(@xml:id, 'note-')"/></xsl:when>
      <xsl:when test="@xml:id"><xsl:value-of select="@xml:id"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('x', s:rank())"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:note">
    <authorialNote placement="bottom">
      <xsl:attribute name="eId"><xsl:call-template name="note-eid"/></xsl:attribute>
      <xsl:if test="@mark"><xsl:attribute name="marker"><xsl:value-of select="@mark"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="@xml:lang"/>
      <xsl:choose>
        <xsl:when test="*"><xsl:apply-templates select="*" mode="block"/></xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="status">incomplete</xsl:attribute>
          <p/>
        </xsl:otherwise>
      </xsl:choose>
    </authorialNote>
  </xsl:template>

  <!-- The eId of what "#id" names, or of the nearest thing around it that has one. -->
  <xsl:template name="local-target">
    <xsl:variable name="near" select="key('id', substring(@href, 2))
        /ancestor-or-self::*[self::r:note or (self::r:section or self::r:para or self::r:annex)
            and not(ancestor::r:quote or ancestor::r:box or ancestor::r:speech or ancestor::r:front)][1]"/>
    <xsl:text>#</xsl:text>
    <xsl:choose>
      <xsl:when test="$near[self::r:note]">
        <xsl:for-each select="$near"><xsl:call-template name="note-eid"/></xsl:for-each>
      </xsl:when>
      <xsl:when test="$near"><xsl:apply-templates select="$near" mode="eid"/></xsl:when>
      <xsl:otherwise>body</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A place in this document, a work that is known by its day, or an address. -->
  <xsl:template match="r:ref | r:link">
    <xsl:variable name="to"><xsl:call-template name="address"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with(@href, '#')">
        <ref>
          <xsl:attribute name="href"><xsl:call-template name="local-target"/></xsl:attribute>
          <xsl:copy-of select="@xml:lang"/>
          <xsl:apply-templates/>
        </ref>
      </xsl:when>
      <xsl:when test="self::r:ref[@date and contains(@symbol, '/RES/') and @xml:id]">
        <ref>
          <xsl:attribute name="eId"><xsl:call-template name="ref-eid"/></xsl:attribute>
          <xsl:attribute name="href"><xsl:call-template name="cited-work"/></xsl:attribute>
          <xsl:copy-of select="@xml:lang"/>
          <xsl:apply-templates/>
        </ref>
      </xsl:when>
      <xsl:when test="$to != ''">
        <a href="{$to}"><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:emph"><i><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></i></xsl:template>
  <xsl:template match="r:strong"><b><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="r:sup"><sup><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></sup></xsl:template>
  <xsl:template match="r:sub"><sub><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></sub></xsl:template>

  <xsl:template match="r:draft">
    <span class="draft"><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="r:placeholder">
    <placeholder><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></placeholder>
  </xsl:template>

  <xsl:template match="r:pagebreak">
    <eop>
      <xsl:if test="@n"><xsl:attribute name="number"><xsl:value-of select="@n"/></xsl:attribute></xsl:if>
    </eop>
  </xsl:template>
</xsl:stylesheet>
