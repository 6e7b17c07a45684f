<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  report-to-akn.xsl: the report as Akoma Ntoso 3.0, in the AKN4UN manner.

  A report that is transmitted by a note or letter becomes a documentCollection whose components
  are the note and the report; anything else is one document.  All visible text is element
  content, in the order of the report; numbers are literal text in num.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:s="urn:rapporteur:siblings:1"
    xmlns:akn4un="http://un.org/akn4un"
    xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="r akn4un s">
  <xsl:import href="common.xsl"/>
  <xsl:include href="akn-meta.xsl"/>
  <xsl:include href="akn-inline.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- Entries that follow each other and lead somewhere, by what holds them and what comes after. -->
  <xsl:key name="run" match="r:entry[@href]" use="concat(generate-id(..), generate-id(s:past('@href')))"/>

  <!-- Lines of adoption that follow each other, pages ending between, likewise. -->
  <xsl:key name="adopted" match="r:adoption" use="concat(generate-id(..), generate-id(s:past('pagebreak')))"/>

  <xsl:variable name="letters" select="$report/r:front[@kind = 'note' or @kind = 'letter']"/>

  <xsl:template match="/">
    <akomaNtoso>
      <xsl:choose>
        <xsl:when test="$letters">
          <xsl:call-template name="collection"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="main-document">
            <xsl:with-param name="masthead" select="$head"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </akomaNtoso>
  </xsl:template>

  <!-- ==== the publication that holds a note and a report ==== -->
  <xsl:template name="collection">
    <xsl:variable name="before" select="$letters[1]/preceding-sibling::*[self::r:front or self::r:contents]"/>
    <documentCollection name="publicationReport" contains="originalVersion">
      <xsl:call-template name="meta">
        <xsl:with-param name="element">documentCollection</xsl:with-param>
        <xsl:with-param name="subtype">publication</xsl:with-param>
        <xsl:with-param name="listed" select="true()"/>
        <xsl:with-param name="refs" select="$head//r:ref | $before//r:ref"/>
      </xsl:call-template>
      <xsl:call-template name="cover-and-preface">
        <xsl:with-param name="masthead" select="$head"/>
        <xsl:with-param name="more" select="$before"/>
      </xsl:call-template>
      <collectionBody eId="body">
        <xsl:for-each select="$letters">
          <component eId="body__cmp_{position()}">
            <documentRef eId="body__cmp_{position()}__dref_1" href="#cmp_{position()}">
              <xsl:attribute name="showAs"><xsl:call-template name="front-name"/></xsl:attribute>
            </documentRef>
          </component>
        </xsl:for-each>
        <component eId="body__cmp_{count($letters) + 1}">
          <documentRef eId="body__cmp_{count($letters) + 1}__dref_1" href="#cmp_{count($letters) + 1}">
            <xsl:attribute name="showAs"><xsl:call-template name="document-title"/></xsl:attribute>
          </documentRef>
        </component>
      </collectionBody>
    </documentCollection>
    <components eId="cmpnts">
      <xsl:for-each select="$letters">
        <component eId="cmp_{position()}">
          <doc name="{@kind}" contains="originalVersion">
            <xsl:call-template name="meta">
              <xsl:with-param name="element">doc</xsl:with-param>
              <xsl:with-param name="subtype">communication</xsl:with-param>
              <xsl:with-param name="by"><xsl:call-template name="sender"/></xsl:with-param>
              <xsl:with-param name="refs" select=".//r:ref"/>
            </xsl:call-template>
            <mainBody eId="body">
              <division eId="dvs_1">
                <xsl:apply-templates select="r:heading"/>
                <xsl:call-template name="hier">
                  <xsl:with-param name="up">dvs_1</xsl:with-param>
                  <xsl:with-param name="nodes" select="*[not(self::r:heading)]"/>
                </xsl:call-template>
              </division>
            </mainBody>
          </doc>
        </component>
      </xsl:for-each>
      <component eId="cmp_{count($letters) + 1}">
        <xsl:call-template name="main-document">
          <xsl:with-param name="more" select="$letters[1]/following-sibling::*[self::r:front or self::r:contents]
              [not(@kind = 'note' or @kind = 'letter')]"/>
        </xsl:call-template>
      </component>
    </components>
  </xsl:template>

  <xsl:template name="front-name">
    <xsl:choose>
      <xsl:when test="r:heading">
        <xsl:call-template name="plain"><xsl:with-param name="node" select="r:heading"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@kind"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== one document ==== -->
  <xsl:template name="main-document">
    <xsl:param name="masthead" select="/.."/>
    <xsl:param name="more" select="$report/r:front | $report/r:contents"/>
    <xsl:variable name="body" select="$report/r:body"/>
    <xsl:element name="{$main-element}">
      <xsl:attribute name="name"><xsl:value-of select="$main-name"/></xsl:attribute>
      <xsl:attribute name="contains">originalVersion</xsl:attribute>
      <xsl:call-template name="meta">
        <xsl:with-param name="element" select="$main-element"/>
        <xsl:with-param name="subtype" select="$main-subtype"/>
        <xsl:with-param name="annexes" select="$report/r:annex"/>
        <xsl:with-param name="refs" select="($masthead | $more | $body | $report/r:annex)//r:ref"/>
      </xsl:call-template>
      <xsl:call-template name="cover-and-preface">
        <xsl:with-param name="masthead" select="$masthead"/>
        <xsl:with-param name="more" select="$more"/>
        <xsl:with-param name="titles" select="$body/r:title | $body/r:subtitle | $body/r:kindLine"/>
      </xsl:call-template>
      <xsl:call-template name="body">
        <xsl:with-param name="nodes" select="$body/*[not(self::r:title or self::r:subtitle or self::r:kindLine)]"/>
      </xsl:call-template>
      <xsl:call-template name="attachments">
        <xsl:with-param name="annexes" select="$report/r:annex"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- Preamble, main body and conclusions from the children of body or annex. -->
  <xsl:template name="body">
    <xsl:param name="nodes"/>
    <xsl:param name="up"/>
    <xsl:variable name="solid" select="$nodes[not(self::r:adoption or self::r:signature or self::r:vote
        or self::r:rule or self::r:pagebreak)]"/>
    <xsl:variable name="last" select="$solid[last()]"/>
    <xsl:variable name="closing" select="$last/following-sibling::*[self::r:adoption or self::r:signature or self::r:vote]"/>
    <xsl:variable name="opening" select="$nodes[not(self::r:rule or self::r:pagebreak)][1][self::r:preamble][count($solid) &gt; 1]"/>
    <xsl:if test="$opening">
      <preamble eId="{$up}preamble">
        <xsl:for-each select="$opening/*">
          <xsl:choose>
            <xsl:when test="self::r:chapeau">
              <formula eId="{$up}preamble__formula_{position()}" name="enactingFormula">
                <p><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></p>
              </formula>
            </xsl:when>
            <xsl:when test="self::r:clause">
              <container eId="{$up}preamble__container_{position()}" name="recital">
                <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="*"/></xsl:call-template>
              </container>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each>
      </preamble>
    </xsl:if>
    <mainBody eId="{$up}body">
      <xsl:copy-of select="self::r:annex/@xml:lang"/>
      <xsl:variable name="top" select="generate-id($opening)"/>
      <xsl:choose>
        <xsl:when test="$solid[generate-id() != $top]">
          <xsl:call-template name="hier">
            <xsl:with-param name="up" select="substring($up, 1, string-length($up) - 2)"/>
            <xsl:with-param name="nodes" select="$nodes[generate-id() != $top][not(self::r:adoption or self::r:signature or self::r:vote)]
                | $last/preceding-sibling::*[self::r:adoption or self::r:signature or self::r:vote]"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="$solid or not($nodes[self::r:adoption or self::r:signature or self::r:vote])"><p/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="hier">
            <xsl:with-param name="up" select="substring($up, 1, string-length($up) - 2)"/>
            <xsl:with-param name="nodes" select="$nodes"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </mainBody>
    <xsl:if test="$closing">
      <conclusions eId="{$up}conclusions">
        <xsl:for-each select="$closing[not(self::r:adoption and s:follows('pagebreak'))]">
          <container eId="{$up}conclusions__container_{position()}" name="{local-name()}">
            <xsl:choose>
              <xsl:when test="self::r:adoption">
                <xsl:call-template name="adoption"><xsl:with-param name="closing" select="true()"/></xsl:call-template>
              </xsl:when>
              <xsl:otherwise><xsl:call-template name="blocks"><xsl:with-param name="nodes" select="*"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </container>
        </xsl:for-each>
      </conclusions>
    </xsl:if>
  </xsl:template>

  <!-- The meeting and the date that close a resolution: lines of one paragraph, be there a page's end between. -->
  <xsl:template name="adoption">
    <xsl:param name="closing" select="false()"/>
    <p>
      <xsl:copy-of select="@xml:lang"/>
      <xsl:for-each select=". | key('adopted', concat(generate-id(..), generate-id(s:past('pagebreak'))))[s:follows('pagebreak')]">
        <xsl:if test="position() &gt; 1"><eol/></xsl:if>
        <xsl:choose>
          <xsl:when test="@kind = 'meeting'"><inline name="akn4un:adoptionMeeting"><xsl:apply-templates/></inline></xsl:when>
          <xsl:when test="@kind = 'date' and @iso and $closing">
            <docDate date="{@iso}">
              <xsl:if test="@iso = $adopted"><xsl:attribute name="refersTo">#dateOfAdoption</xsl:attribute></xsl:if>
              <xsl:apply-templates/>
            </docDate>
          </xsl:when>
          <xsl:when test="@kind = 'date' and @iso"><date date="{@iso}"><xsl:apply-templates/></date></xsl:when>
          <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- ==== annexes ==== -->
  <xsl:template name="attachments">
    <xsl:param name="annexes"/>
    <xsl:param name="up"/>
    <xsl:param name="component"/>
    <xsl:if test="$annexes">
      <attachments>
        <xsl:for-each select="$annexes">
          <xsl:variable name="id" select="concat($up, 'att_', position())"/>
          <xsl:variable name="part">
            <xsl:value-of select="concat($component, '!annex')"/>
            <xsl:if test="last() &gt; 1"><xsl:value-of select="concat('_', position())"/></xsl:if>
          </xsl:variable>
          <attachment eId="{$id}">
            <doc contains="originalVersion">
              <xsl:attribute name="name">
                <xsl:choose>
                  <xsl:when test="@kind"><xsl:value-of select="@kind"/></xsl:when>
                  <xsl:otherwise>annex</xsl:otherwise>
                </xsl:choose>
              </xsl:attribute>
              <xsl:call-template name="annex-meta"><xsl:with-param name="part" select="$part"/></xsl:call-template>
              <xsl:variable name="names" select="r:label | r:title | r:subtitle | r:kindLine | r:field"/>
              <xsl:if test="$names">
                <preface eId="{$id}__preface">
                  <xsl:apply-templates select="$names" mode="masthead"/>
                </preface>
              </xsl:if>
              <xsl:call-template name="body">
                <xsl:with-param name="up" select="concat($id, '__')"/>
                <xsl:with-param name="nodes" select="*[not(self::r:label or self::r:title or self::r:subtitle
                    or self::r:kindLine or self::r:field or self::r:annex)]"/>
              </xsl:call-template>
              <xsl:call-template name="attachments">
                <xsl:with-param name="annexes" select="r:annex"/>
                <xsl:with-param name="up" select="concat($id, '__')"/>
                <xsl:with-param name="component" select="concat($part, '/')"/>
              </xsl:call-template>
            </doc>
          </attachment>
        </xsl:for-each>
      </attachments>
    </xsl:if>
  </xsl:template>

  <!-- ==== masthead ==== -->
  <!-- coverPage takes the fields up to the first that belongs to the session or the title. -->
  <xsl:template name="cover-and-preface">
    <xsl:param name="masthead"/>
    <xsl:param name="more" select="/.."/>
    <xsl:param name="titles" select="/.."/>
    <xsl:variable name="first" select="$masthead/*[self::r:bodyName or self::r:session or self::r:venue
        or self::r:agendaItem or self::r:agendaTitle or self::r:title or self::r:subtitle or self::r:kindLine
        or self::r:author][1]"/>
    <xsl:variable name="rest" select="$first | $first/following-sibling::*"/>
    <xsl:variable name="cover" select="$masthead/*[not($first)] | $first/preceding-sibling::*"/>
    <xsl:if test="$cover[not(self::r:pagebreak)]">
      <coverPage eId="coverPage">
        <container eId="coverPage__container_1" name="masthead">
          <xsl:apply-templates select="$cover" mode="masthead"/>
        </container>
      </coverPage>
    </xsl:if>
    <xsl:if test="$rest or $more or $titles">
      <preface eId="preface">
        <xsl:if test="$rest[not(self::r:pagebreak)]">
          <container eId="preface__container_1" name="identification">
            <xsl:apply-templates select="$rest" mode="masthead"/>
          </container>
        </xsl:if>
        <xsl:for-each select="$more">
          <xsl:choose>
            <xsl:when test="self::r:contents">
              <xsl:call-template name="contents">
                <xsl:with-param name="id" select="concat('preface__container_c', position())"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:variable name="kind">
                <xsl:value-of select="@kind"/>
                <xsl:if test="not(@kind)">front</xsl:if>
              </xsl:variable>
              <container eId="preface__container_f{position()}" name="{$kind}">
                <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="*"/></xsl:call-template>
              </container>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:apply-templates select="$titles" mode="masthead"/>
      </preface>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:pagebreak" mode="masthead"/>

  <xsl:template match="*" mode="masthead">
    <p>
      <xsl:copy-of select="@xml:lang"/>
      <inline name="akn4un:{local-name()}"><xsl:apply-templates/></inline>
    </p>
  </xsl:template>

  <xsl:template match="r:organization" mode="masthead">
    <p><docAuthority refersTo="#publisher"><xsl:apply-templates/></docAuthority></p>
  </xsl:template>

  <xsl:template match="r:organ" mode="masthead">
    <p><docAuthority refersTo="#issuingBody"><xsl:apply-templates/></docAuthority></p>
  </xsl:template>

  <xsl:template match="r:symbol" mode="masthead">
    <p><docNumber refersTo="#symbol"><xsl:apply-templates/></docNumber></p>
  </xsl:template>

  <xsl:template match="r:date[@iso]" mode="masthead">
    <p><docDate date="{@iso}" refersTo="#dateOfIssuance"><xsl:apply-templates/></docDate></p>
  </xsl:template>

  <xsl:template match="r:language" mode="masthead">
    <p><inline name="akn4un:languageOfExpression"><xsl:apply-templates/></inline></p>
  </xsl:template>

  <xsl:template match="r:original" mode="masthead">
    <p><inline name="akn4un:originalLanguage"><xsl:apply-templates/></inline></p>
  </xsl:template>

  <xsl:template match="r:bodyName" mode="masthead">
    <p><docCommittee refersTo="#issuingBody"><xsl:apply-templates/></docCommittee></p>
  </xsl:template>

  <xsl:template match="r:session" mode="masthead">
    <p>
      <session>
        <xsl:if test="@value"><xsl:attribute name="value"><xsl:value-of select="@value"/></xsl:attribute></xsl:if>
        <xsl:apply-templates/>
      </session>
    </p>
  </xsl:template>

  <xsl:template match="r:venue" mode="masthead">
    <p><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="r:agendaItem" mode="masthead">
    <p>
      <inline name="akn4un:agendaItem">
        <xsl:if test="@n"><xsl:attribute name="title"><xsl:value-of select="@n"/></xsl:attribute></xsl:if>
        <xsl:apply-templates/>
      </inline>
    </p>
  </xsl:template>

  <xsl:template match="r:agendaTitle" mode="masthead">
    <p><inline name="akn4un:agendaItemTitle"><xsl:apply-templates/></inline></p>
  </xsl:template>

  <!-- The number over a resolution or decision is no part of its title. -->
  <xsl:template match="r:title" mode="masthead">
    <xsl:variable name="first" select="substring-before(concat($short-number, ' '), ' ')"/>
    <xsl:variable name="start" select="node()[1][self::text()]"/>
    <xsl:variable name="rest" select="substring-after($start, $first)"/>
    <xsl:variable name="sign">
      <xsl:call-template name="leading"><xsl:with-param name="s" select="$rest"/></xsl:call-template>
    </xsl:variable>
    <p>
      <xsl:copy-of select="@xml:lang"/>
      <xsl:choose>
        <xsl:when test="$first != '' and starts-with($start, $first) and $sign != '' and $sign != $rest">
          <xsl:variable name="stop" select="substring('.', 1, number(starts-with($sign, '.')))"/>
          <docNumber><xsl:value-of select="concat($first, $stop)"/></docNumber>
          <xsl:value-of select="substring($sign, 1 + string-length($stop))"/>
          <docTitle>
            <xsl:value-of select="substring-after($rest, $sign)"/>
            <xsl:apply-templates select="node()[position() &gt; 1]"/>
          </docTitle>
        </xsl:when>
        <xsl:otherwise><docTitle><xsl:apply-templates/></docTitle></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <!-- The blanks, stops and dashes at the start. -->
  <xsl:template name="leading">
    <xsl:param name="s"/>
    <xsl:if test="$s != '' and contains(' &#xA0;.．:：-–—', substring($s, 1, 1))">
      <xsl:value-of select="substring($s, 1, 1)"/>
      <xsl:call-template name="leading"><xsl:with-param name="s" select="substring($s, 2)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:field[@name = 'proponent']" mode="masthead">
    <p><xsl:copy-of select="@xml:lang"/><docProponent><xsl:apply-templates/></docProponent></p>
  </xsl:template>

  <xsl:template match="r:distribution[@value]" mode="masthead">
    <p>
      <inline name="akn4un:distribution" refersTo="#{@value}Distribution"><xsl:apply-templates/></inline>
    </p>
  </xsl:template>

  <xsl:template match="r:subtitle" mode="masthead">
    <p><xsl:copy-of select="@xml:lang"/><inline name="akn4un:subTitle"><xsl:apply-templates/></inline></p>
  </xsl:template>

  <xsl:template match="r:kindLine | r:label" mode="masthead">
    <p><xsl:copy-of select="@xml:lang"/><docType><xsl:apply-templates/></docType></p>
  </xsl:template>

  <xsl:template match="r:author" mode="masthead">
    <p><docProponent><xsl:apply-templates/></docProponent></p>
  </xsl:template>

  <!-- A printed table of contents.  An item of a toc must lead somewhere: what does not is a paragraph. -->
  <xsl:template name="contents">
    <xsl:param name="id"/>
    <container eId="{$id}" name="contents">
      <xsl:if test="not(r:heading or r:p or r:entry)"><p/></xsl:if>
      <xsl:for-each select="r:heading | r:p | r:entry[not(@href and preceding-sibling::*[1]/self::r:entry/@href)]">
        <xsl:choose>
          <xsl:when test="@href">
            <toc eId="{$id}__toc_{position()}">
              <xsl:for-each select="key('run', concat(generate-id(..), generate-id(s:past('@href'))))">
                <tocItem level="1" href="{@href}">
                  <xsl:if test="@level"><xsl:attribute name="level"><xsl:value-of select="@level"/></xsl:attribute></xsl:if>
                  <xsl:if test="starts-with(@href, '#')">
                    <xsl:attribute name="href"><xsl:call-template name="local-target"/></xsl:attribute>
                  </xsl:if>
                  <xsl:apply-templates/>
                </tocItem>
              </xsl:for-each>
            </toc>
          </xsl:when>
          <xsl:otherwise><p><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></p></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </container>
  </xsl:template>

  <!-- ==== hierarchy ==== -->
  <!-- The children of a hierarchical element: sections, numbered paragraphs, lists, the rest. -->
  <xsl:template name="hier">
    <xsl:param name="up"/>
    <xsl:param name="nodes"/>
    <xsl:variable name="prefix">
      <xsl:value-of select="$up"/>
      <xsl:if test="$up != ''">__</xsl:if>
    </xsl:variable>
    <xsl:for-each select="$nodes">
      <xsl:choose>
        <xsl:when test="self::r:section or self::r:para">
          <xsl:apply-templates select="." mode="hier"><xsl:with-param name="up" select="$up"/></xsl:apply-templates>
        </xsl:when>
        <xsl:when test="self::r:list">
          <xsl:call-template name="list">
            <xsl:with-param name="id" select="concat($prefix, 'list_', position())"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="self::r:p and following-sibling::*[1]/self::r:list"/>
        <xsl:when test="self::r:rule or self::r:pagebreak"/>
        <xsl:when test="self::r:adoption and s:follows('pagebreak')"/>
        <xsl:when test="self::r:preamble or self::r:speech">
          <hcontainer eId="{$prefix}hcontainer_{position()}" name="{local-name()}">
            <xsl:if test="r:speaker"><heading><xsl:apply-templates select="r:speaker/node()"/></heading></xsl:if>
            <xsl:call-template name="hier">
              <xsl:with-param name="up" select="concat($prefix, 'hcontainer_', position())"/>
              <xsl:with-param name="nodes" select="*[not(self::r:speaker)]"/>
            </xsl:call-template>
          </hcontainer>
        </xsl:when>
        <xsl:otherwise>
          <alinea eId="{$prefix}al_{position()}">
            <xsl:if test="self::r:signature or self::r:adoption or self::r:vote or self::r:chapeau or self::r:clause">
              <xsl:attribute name="class"><xsl:value-of select="local-name()"/></xsl:attribute>
            </xsl:if>
            <content eId="{$prefix}al_{position()}__content">
              <xsl:choose>
                <xsl:when test="self::r:adoption"><xsl:call-template name="adoption"/></xsl:when>
                <xsl:when test="self::r:chapeau"><p><xsl:copy-of select="@xml:lang"/><xsl:apply-templates/></p></xsl:when>
                <xsl:when test="self::r:signature or self::r:vote or self::r:clause">
                  <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="*"/></xsl:call-template>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="."/></xsl:call-template>
                </xsl:otherwise>
              </xsl:choose>
            </content>
          </alinea>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- The element for a section follows from its numbering, not from its depth. -->
  <xsl:template match="r:section" mode="hier">
    <xsl:param name="up"/>
    <xsl:variable name="id"><xsl:apply-templates select="." mode="eid"><xsl:with-param name="up" select="$up"/></xsl:apply-templates></xsl:variable>
    <xsl:variable name="name"><xsl:apply-templates select="." mode="element"/></xsl:variable>
    <xsl:element name="{$name}">
      <xsl:attribute name="eId"><xsl:value-of select="$id"/></xsl:attribute>
      <xsl:copy-of select="@xml:lang"/>
      <xsl:apply-templates select="r:num | r:heading"/>
      <xsl:call-template name="hier">
        <xsl:with-param name="up" select="$id"/>
        <xsl:with-param name="nodes" select="*[not(self::r:num or self::r:heading)]"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <xsl:template match="r:para" mode="hier">
    <xsl:param name="up"/>
    <xsl:variable name="id"><xsl:apply-templates select="." mode="eid"><xsl:with-param name="up" select="$up"/></xsl:apply-templates></xsl:variable>
    <paragraph eId="{$id}">
      <xsl:copy-of select="@xml:lang"/>
      <xsl:if test="@kind"><xsl:attribute name="class"><xsl:value-of select="@kind"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="r:num"/>
      <xsl:call-template name="numbered-body"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </paragraph>
  </xsl:template>

  <!-- Text alone is content; text with lists is intro, list with its own intro, alinea. -->
  <xsl:template name="numbered-body">
    <xsl:param name="id"/>
    <xsl:choose>
      <xsl:when test="not(r:list)">
        <content eId="{$id}__content">
          <xsl:apply-templates select="*[not(self::r:num)]" mode="block"/>
          <xsl:if test="not(*[not(self::r:num or self::r:pagebreak)])"><p/></xsl:if>
        </content>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="first" select="r:list[1]"/>
        <xsl:variable name="intro" select="$first/preceding-sibling::*[not(self::r:num or self::r:pagebreak)]
            [not(self::r:p and following-sibling::*[1]/self::r:list)]"/>
        <xsl:if test="$intro">
          <intro eId="{$id}__intro">
            <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="$intro"/></xsl:call-template>
          </intro>
        </xsl:if>
        <xsl:call-template name="hier">
          <xsl:with-param name="up" select="$id"/>
          <xsl:with-param name="nodes" select="$first | $first/following-sibling::*"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="list">
    <xsl:param name="id"/>
    <list eId="{$id}">
      <xsl:copy-of select="@xml:lang"/>
      <xsl:variable name="lead" select="preceding-sibling::*[1]/self::r:p"/>
      <xsl:if test="$lead">
        <intro eId="{$id}__intro"><xsl:apply-templates select="$lead" mode="block"/></intro>
      </xsl:if>
      <xsl:variable name="type" select="@type"/>
      <xsl:variable name="marked" select="$type = 'bullet' or $type = 'dash' or $type = 'none'"/>
      <xsl:variable name="stem" select="concat(../@xml:id, '-')"/>
      <xsl:for-each select="r:item">
        <xsl:choose>
          <xsl:when test="$marked or not(r:num)">
            <xsl:call-template name="item">
              <xsl:with-param name="name">indent</xsl:with-param>
              <xsl:with-param name="id" select="concat($id, '__indent_', position())"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$stem != '-' and starts-with(@xml:id, $stem) and not(starts-with(@xml:id, concat(../@xml:id, '-')))">
            <xsl:call-template name="item">
              <xsl:with-param name="name">point</xsl:with-param>
              <xsl:with-param name="id" select="concat($id, '__point_', substring-after(@xml:id, $stem))"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="bare"><xsl:call-template name="bare-number"/></xsl:variable>
            <xsl:call-template name="item">
              <xsl:with-param name="name" select="substring('pointindent', 1 + 5 * ($bare = ''), 5 + ($bare = ''))"/>
              <xsl:with-param name="id">
                <xsl:value-of select="concat($id, '__')"/>
                <xsl:if test="$bare = ''"><xsl:value-of select="concat('indent_', position())"/></xsl:if>
                <xsl:if test="$bare != ''">
                  <xsl:value-of select="concat('point_', $bare)"/>
                  <xsl:call-template name="again"/>
                </xsl:if>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </list>
  </xsl:template>

  <xsl:template name="item">
    <xsl:param name="name"/>
    <xsl:param name="id"/>
    <xsl:element name="{$name}">
      <xsl:attribute name="eId"><xsl:value-of select="$id"/></xsl:attribute>
      <xsl:if test="$name = 'indent' and ../@type"><xsl:attribute name="class"><xsl:value-of select="../@type"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="@xml:lang"/>
      <xsl:apply-templates select="r:num"/>
      <xsl:call-template name="numbered-body"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- ==== identifiers ==== -->
  <!-- What tells two equal numbers apart: the "_2" of an id given by number, else the id itself. -->
  <xsl:template name="again">
    <xsl:param name="by-number" select="false()"/>
    <xsl:choose>
      <xsl:when test="contains(@xml:id, '_')"><xsl:value-of select="concat('_', translate(substring-after(@xml:id, '_'), '_', '-'))"/></xsl:when>
      <xsl:when test="@xml:id and not($by-number)"><xsl:value-of select="concat('_', @xml:id)"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="eid"/>

  <xsl:template match="r:annex" mode="eid">
    <xsl:variable name="up"><xsl:apply-templates select="parent::r:annex" mode="eid"/></xsl:variable>
    <xsl:value-of select="$up"/>
    <xsl:if test="$up != ''">__</xsl:if>
    <xsl:value-of select="concat('att_', s:place())"/>
  </xsl:template>

  <!--
    Numbers that run through the document (or an annex) name the paragraph alone; others with what
    holds them.  The xml:id says which it is: "para-12", "annex-1-para-3", "sec-II-A-para-1".
  -->
  <xsl:template match="r:para" mode="eid">
    <xsl:param name="up"><xsl:apply-templates select=".." mode="eid"/></xsl:param>
    <xsl:variable name="holder" select="substring-before(@xml:id, 'para-')"/>
    <xsl:variable name="given" select="substring-after(@xml:id, 'para-')"/>
    <xsl:choose>
      <xsl:when test="$given != '' and $holder = ''"/>
      <xsl:when test="$given != '' and $holder = concat(ancestor::r:annex[1]/@xml:id, '-')">
        <xsl:apply-templates select="ancestor::r:annex[1]" mode="eid"/>
        <xsl:text>__</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$up"/>
        <xsl:if test="$up != ''">__</xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>para_</xsl:text>
    <xsl:value-of select="$given"/>
    <xsl:if test="$given = ''">
      <xsl:variable name="bare"><xsl:call-template name="bare-number"/></xsl:variable>
      <xsl:value-of select="$bare"/>
      <xsl:if test="$bare = ''"><xsl:value-of select="concat('x', s:place())"/></xsl:if>
      <xsl:call-template name="again"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:section" mode="eid">
    <xsl:param name="up"><xsl:apply-templates select=".." mode="eid"/></xsl:param>
    <xsl:variable name="name"><xsl:apply-templates select="." mode="element"/></xsl:variable>
    <xsl:variable name="bare"><xsl:call-template name="bare-number"/></xsl:variable>
    <xsl:value-of select="$up"/>
    <xsl:if test="$up != ''">__</xsl:if>
    <xsl:choose>
      <xsl:when test="$name = 'section'">sec</xsl:when>
      <xsl:when test="$name = 'chapter'">chp</xsl:when>
      <xsl:when test="$name = 'division'">dvs</xsl:when>
      <xsl:when test="$name = 'article'">art</xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>_</xsl:text>
    <!-- of an id by place: "annex-1-sec2", or "sec-2" in the body -->
    <xsl:variable name="place" select="concat(substring-after(@xml:id, concat(../@xml:id, '-sec')),
        substring-after(self::*[parent::r:body][starts-with(@xml:id, 'sec-')]/@xml:id, 'sec-'))"/>
    <xsl:choose>
      <xsl:when test="$bare != ''">
        <xsl:value-of select="$bare"/>
        <xsl:call-template name="again"><xsl:with-param name="by-number" select="starts-with(@xml:id, 'sec-') or contains(@xml:id, '-sec')"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$place != '' and translate($place, '0123456789', '') = ''"><xsl:value-of select="$place"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="s:place()"/>
        <xsl:call-template name="again"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:section" mode="element">
    <xsl:choose>
      <xsl:when test="not(r:num) or @style = 'none'">division</xsl:when>
      <xsl:when test="@style = 'letter' or @style = 'upper-alpha' or @style = 'alpha'
          or @style = 'arabic-letter'">title</xsl:when>
      <xsl:when test="@style = 'arabic' or @style = 'decimal'">chapter</xsl:when>
      <xsl:when test="@style = 'word' and $lists[@key = 'chapter']/w[contains(current()/r:num, .)]">chapter</xsl:when>
      <xsl:when test="@style = 'part' or @style = 'word'">part</xsl:when>
      <xsl:when test="@style = 'article'">article</xsl:when>
      <xsl:when test="@style = 'roman' or @style = 'chinese' or @style = 'ordinal'
          or @style = 'arabic-ordinal'">section</xsl:when>
      <xsl:when test="translate(r:num, '0123456789.() ', '') = ''">chapter</xsl:when>
      <xsl:when test="translate(r:num, 'IVXLC.() ', '') = ''">section</xsl:when>
      <xsl:otherwise>title</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
