<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  akn-meta.xsl: FRBR metadata and references of Akoma Ntoso; included by report-to-akn.xsl.
  Work IRI: /akn/un/{element}/{subtype}/{actor}/{date}/{number}; the element is that of the
  document, the date that of FRBRWork; expression {work}/{language}@, manifestation .xml.
  A resolution or decision is a work of the day on which it was adopted, its language versions of
  the day on which they were published.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:set="urn:rapporteur:settings:1"
    xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="r set">

  <!-- The day of mark-up; that of the document when it is not given, so that runs are alike. -->
  <xsl:param name="markup-date" set:takes="{date}"/>
  <!-- Element, name and subtype of the main document, where the choice made here does not suit. -->
  <xsl:param name="element" set:takes="debateReport doc statement"/>
  <xsl:param name="name" set:takes="{name}"/>

  <!-- What the language of the document calls a thing, where its terms know. -->
  <xsl:variable name="terms" select="$term-file/term[starts-with(@key, 'org') or starts-with(@key, 'doc.')
      or starts-with(@key, 'committee.') or @key = 'person.sg' or @key = 'session']"/>
  <xsl:variable name="report-words" select="$lists[@key = 'report-of']/w | $terms[@key = 'doc.draft_report']"/>
  <xsl:variable name="body-words" select="$lists[@key = 'body']/w | $terms[@key = 'session']"/>

  <!-- Titles and kind lines, each between bars, in small letters. -->
  <xsl:variable name="titled">
    <xsl:call-template name="barred"><xsl:with-param name="of" select="($head | $report/r:body)/*[self::r:title or self::r:subtitle]"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="kind-lined">
    <xsl:call-template name="barred"><xsl:with-param name="of" select="($head | $report/r:body)/r:kindLine"/></xsl:call-template>
  </xsl:variable>

  <xsl:template name="barred">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:variable name="plain"><xsl:call-template name="plain"/></xsl:variable>
      <xsl:value-of select="concat('|', translate($plain, $capitals, $smalls), '|')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The report of a body about its sittings is a debateReport, one on a subject or by an officer a doc. -->
  <xsl:variable name="of-a-body">
    <xsl:if test="not($terms[@key = 'doc.report_sg'][contains(concat($titled, $kind-lined), translate(., $capitals, $smalls))])">
      <xsl:for-each select="$report-words">
        <xsl:variable name="word" select="translate(., $capitals, $smalls)"/>
        <xsl:variable name="behind" select="substring-before(concat(substring-after($titled, $word), '|'), '|')"/>
        <xsl:variable name="before" select="substring-before($titled, concat($word, '|'))"/>
        <xsl:variable name="opens" select="string-length(substring-before($titled, $word)) &lt; 40"/>
        <!-- "Report of the Committee on ...": its name stands close, or before where the word comes last -->
        <xsl:for-each select="$body-words">
          <xsl:variable name="body" select="translate(., $capitals, $smalls)"/>
          <xsl:if test="($opens and contains(substring($behind, 1, 60), $body)) or contains($before, $body)">yes</xsl:if>
        </xsl:for-each>
        <!-- that of a main committee, or of the body over the title: others report on subjects -->
        <xsl:if test="contains($kind-lined, $word)">
          <xsl:for-each select="$terms[starts-with(@key, 'committee.')]">
            <xsl:if test="contains($kind-lined, translate(., $capitals, $smalls))">yes</xsl:if>
          </xsl:for-each>
          <xsl:for-each select="$body-words[$head/r:bodyName]">
            <xsl:if test="contains(substring(substring-after($kind-lined, $word), 1, 30), translate(., $capitals, $smalls))">yes</xsl:if>
          </xsl:for-each>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="contains(concat($titled, $kind-lined), concat('|', translate($terms[@key = 'doc.draft_report'], $capitals, $smalls), '|'))">yes</xsl:if>
    </xsl:if>
  </xsl:variable>

  <!-- What a title says that it is the draft of. -->
  <xsl:variable name="draft" select="$terms[@key = 'doc.draft_resolution' or @key = 'doc.draft_decision']
      [contains($titled, concat('|', translate(., $capitals, $smalls)))]/@key"/>

  <xsl:variable name="main-element">
    <xsl:choose>
      <xsl:when test="$element != ''"><xsl:value-of select="$element"/></xsl:when>
      <xsl:when test="$report/@kind = 'resolution' or $report/@kind = 'decision' or $draft
                      or contains($the-symbol, '/PRST/')">statement</xsl:when>
      <xsl:when test="$report/@kind = 'record'">debateReport</xsl:when>
      <xsl:when test="($report/@kind = 'report' or not($report/@kind)) and $of-a-body != ''">debateReport</xsl:when>
      <xsl:otherwise>doc</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="main-name">
    <xsl:choose>
      <xsl:when test="$name != ''"><xsl:value-of select="$name"/></xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="$report/@kind = 'record'">meetingMinute</xsl:when>
          <xsl:when test="contains($the-symbol, '/PRST/')">presidentialStatement</xsl:when>
          <xsl:when test="$main-element = 'debateReport'">meetingReport</xsl:when>
          <xsl:when test="$draft"><xsl:value-of select="substring-after($draft, 'draft_')"/></xsl:when>
          <xsl:when test="($report/@kind = 'report' or not($report/@kind)) and $report-words[contains(
              concat($titled, $kind-lined), translate(., $capitals, $smalls))]">progressReport</xsl:when>
          <xsl:when test="$report/@kind = 'report' or not($report/@kind)">paper</xsl:when>
          <xsl:when test="$report/@kind = 'other'">document</xsl:when>
          <xsl:otherwise><xsl:value-of select="$report/@kind"/></xsl:otherwise>
        </xsl:choose>
        <!-- notes and agendas are of limited distribution, too, but no drafts -->
        <xsl:if test="$draft or ($main-element != 'doc' and contains($the-symbol, '/L.'))">Draft</xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="main-subtype">
    <xsl:choose>
      <xsl:when test="$main-element = 'statement'">deliberation</xsl:when>
      <xsl:when test="$report/@kind = 'record'">minute</xsl:when>
      <xsl:when test="$main-element = 'debateReport'">report</xsl:when>
      <xsl:when test="$report/@kind = 'note' or $report/@kind = 'letter'">communication</xsl:when>
      <xsl:otherwise>paper</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- The day of adoption: the last that the closing lines tell, else that of the lines under the title. -->
  <xsl:variable name="adopted">
    <xsl:if test="$main-element = 'statement'">
      <xsl:variable name="closing" select="$report/r:body/r:adoption[@iso]"/>
      <xsl:choose>
        <xsl:when test="$closing"><xsl:value-of select="$closing[last()]/@iso"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="($head/r:kindLine | $report/r:body/r:kindLine)[@iso][last()]/@iso"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:variable>

  <!-- A date nobody knows is written 1900-01-01. -->
  <xsl:variable name="work-date">
    <xsl:choose>
      <xsl:when test="$adopted != ''"><xsl:value-of select="$adopted"/></xsl:when>
      <xsl:when test="$the-date != ''"><xsl:value-of select="$the-date"/></xsl:when>
      <xsl:otherwise>1900-01-01</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="issue-date">
    <xsl:choose>
      <xsl:when test="$the-date != ''"><xsl:value-of select="$the-date"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$work-date"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- Resolutions and decisions are told by their number within the organ: "75/240", "2000 (2015)". -->
  <xsl:variable name="short-number">
    <xsl:call-template name="number-in-organ"><xsl:with-param name="symbol" select="$the-symbol"/></xsl:call-template>
  </xsl:variable>

  <xsl:template name="number-in-organ">
    <xsl:param name="symbol"/>
    <xsl:value-of select="normalize-space(substring-after($symbol, '/RES/'))"/>
    <xsl:value-of select="normalize-space(substring-after($symbol, '/DEC/'))"/>
  </xsl:template>

  <xsl:variable name="number-signs">/( )*</xsl:variable>
  <xsl:variable name="number">
    <xsl:choose>
      <xsl:when test="$short-number != ''"><xsl:value-of select="translate($short-number, $number-signs, '--')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(normalize-space($the-symbol), '/ –−*', '-_--')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$the-symbol = ''">unnumbered</xsl:if>
  </xsl:variable>

  <!-- The actor follows from the symbol alone: organ, then committee, conference or working group. -->
  <xsl:variable name="actor">
    <xsl:call-template name="actor-of"><xsl:with-param name="symbol" select="$the-symbol"/></xsl:call-template>
  </xsl:variable>

  <xsl:template name="actor-of">
    <xsl:param name="symbol"/>
    <xsl:variable name="organ" select="substring-before(concat($symbol, '/'), '/')"/>
    <xsl:variable name="second" select="substring-before(concat(substring-after($symbol, '/'), '/'), '/')"/>
    <xsl:variable name="stem" select="substring-before(concat($second, '.'), '.')"/>
    <xsl:text>un</xsl:text>
    <xsl:choose>
      <xsl:when test="$organ = ''"/>
      <xsl:when test="$organ = 'A'">-ga</xsl:when>
      <xsl:when test="$organ = 'S'">-sc</xsl:when>
      <xsl:when test="$organ = 'E'">-ecosoc</xsl:when>
      <xsl:when test="$organ = 'ST'">-secretariat</xsl:when>
      <xsl:when test="$organ = 'T'">-tc</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('-', translate($organ, concat($capitals, '. '), $smalls))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$second = 'HRC' or (contains($second, '.')
        and contains(' AC C CN CONF SC WG PC GC Sub ', concat(' ', $stem, ' ')))">
      <xsl:value-of select="concat('-', translate($second, concat($capitals, '. '), $smalls))"/>
    </xsl:if>
  </xsl:template>

  <!-- The Work IRI of the resolution that a r:ref with its day cites. -->
  <xsl:template name="cited-work">
    <xsl:variable name="cited"><xsl:call-template name="number-in-organ"><xsl:with-param name="symbol" select="@symbol"/></xsl:call-template></xsl:variable>
    <xsl:text>/akn/un/statement/deliberation/</xsl:text>
    <xsl:call-template name="actor-of"><xsl:with-param name="symbol" select="@symbol"/></xsl:call-template>
    <xsl:value-of select="concat('/', @date, '/', translate($cited, $number-signs, '--'))"/>
  </xsl:template>

  <!-- The eId of such a r:ref. -->
  <xsl:template name="ref-eid"><xsl:value-of select="concat('ref_', translate(@xml:id, '_', '.'))"/></xsl:template>

  <!-- Where the works that are cited by their IRIs can be read. -->
  <xsl:template name="cited-elsewhere">
    <xsl:param name="refs"/>
    <xsl:variable name="works" select="$refs[@date and contains(@symbol, '/RES/') and @xml:id]"/>
    <xsl:if test="$works">
      <analysis source="#converter">
        <otherReferences source="#converter">
          <xsl:for-each select="$works">
            <alternativeReference>
              <xsl:attribute name="for">#<xsl:call-template name="ref-eid"/></xsl:attribute>
              <xsl:attribute name="href"><xsl:call-template name="address"/></xsl:attribute>
            </alternativeReference>
          </xsl:for-each>
        </otherReferences>
      </analysis>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="lang3">
    <xsl:call-template name="three-letters"><xsl:with-param name="code" select="$lang"/></xsl:call-template>
  </xsl:variable>

  <!-- ISO 639-2 for the working languages and a few that annexes come in. -->
  <xsl:template name="three-letters">
    <xsl:param name="code"/>
    <xsl:variable name="two" select="substring(concat($code, '-'), 1, 3)"/>
    <xsl:variable name="at" select="substring-after(
        ' ar-ara zh-zho en-eng fr-fra ru-rus es-spa de-deu pt-por it-ita ja-jpn ko-kor tr-tur fa-fas nl-nld pl-pol uk-ukr ',
        concat(' ', $two))"/>
    <xsl:choose>
      <xsl:when test="$at != ''"><xsl:value-of select="substring($at, 1, 3)"/></xsl:when>
      <xsl:when test="string-length($code) = 3"><xsl:value-of select="$code"/></xsl:when>
      <xsl:otherwise>und</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The original language when there is one and it is not that of this version. -->
  <xsl:variable name="original3">
    <xsl:variable name="codes" select="normalize-space(concat($head/@original, ' ', $head[not(@original)]/r:original/@code))"/>
    <xsl:if test="$codes != '' and not(contains($codes, ' ')) and substring($codes, 1, 2) != substring($lang, 1, 2)">
      <xsl:call-template name="three-letters"><xsl:with-param name="code" select="$codes"/></xsl:call-template>
    </xsl:if>
  </xsl:variable>

  <xsl:variable name="made">
    <xsl:choose>
      <xsl:when test="$markup-date != ''"><xsl:value-of select="$markup-date"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$issue-date"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template name="document-title">
    <xsl:variable name="title" select="$head/r:title | $report/r:body/r:title"/>
    <xsl:choose>
      <xsl:when test="$title">
        <xsl:call-template name="plain"><xsl:with-param name="node" select="$title[1]"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$the-symbol != ''"><xsl:value-of select="$the-symbol"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$number"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note of the Secretary-General is his; any other letter is filed under the organ. -->
  <xsl:template name="sender">
    <xsl:variable name="known" select="$terms[@key = 'doc.note_sg']"/>
    <xsl:choose>
      <xsl:when test="$known and starts-with(normalize-space(r:heading), $known)">un-sg</xsl:when>
      <xsl:otherwise><xsl:value-of select="$actor"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="identification">
    <xsl:param name="element"/>
    <xsl:param name="subtype"/>
    <xsl:param name="by" select="$actor"/>
    <xsl:param name="part">!main</xsl:param>
    <xsl:param name="listed" select="false()"/>
    <xsl:param name="language" select="$lang3"/>
    <xsl:variable name="work" select="concat('/akn/un/', $element, '/', $subtype, '/', $by, '/', $work-date, '/', $number)"/>
    <identification source="#converter">
      <FRBRWork>
        <FRBRthis value="{$work}/{$part}"/>
        <FRBRuri value="{$work}"/>
        <FRBRdate date="{$work-date}" name="publication">
          <xsl:if test="$adopted != ''"><xsl:attribute name="name">adoption</xsl:attribute></xsl:if>
        </FRBRdate>
        <FRBRauthor href="#actor" as="#author"/>
        <xsl:if test="$listed">
          <xsl:call-template name="component-info"><xsl:with-param name="own">wcmp_</xsl:with-param><xsl:with-param name="next">ecmp_</xsl:with-param></xsl:call-template>
        </xsl:if>
        <FRBRcountry value="un"/>
        <FRBRsubtype value="{$subtype}"/>
        <FRBRnumber value="{$number}">
          <xsl:if test="$the-symbol != ''"><xsl:attribute name="showAs"><xsl:value-of select="$the-symbol"/></xsl:attribute></xsl:if>
        </FRBRnumber>
        <FRBRprescriptive value="false"/>
      </FRBRWork>
      <FRBRExpression>
        <FRBRthis value="{$work}/{$language}@/{$part}"/>
        <FRBRuri value="{$work}/{$language}@"/>
        <FRBRdate date="{$issue-date}" name="publication"/>
        <FRBRauthor href="#actor" as="#author"/>
        <xsl:if test="$listed">
          <xsl:call-template name="component-info"><xsl:with-param name="own">ecmp_</xsl:with-param><xsl:with-param name="next">mcmp_</xsl:with-param></xsl:call-template>
        </xsl:if>
        <FRBRlanguage language="{$language}"/>
        <xsl:if test="$original3 != '' and $original3 != $language">
          <FRBRtranslation href="{$work}/{$original3}@" fromLanguage="{$original3}" by="#un"/>
        </xsl:if>
      </FRBRExpression>
      <FRBRManifestation>
        <FRBRthis value="{$work}/{$language}@/{$part}.xml"/>
        <FRBRuri value="{$work}/{$language}@.xml"/>
        <FRBRdate date="{$made}" name="markup"/>
        <FRBRauthor href="#converter" as="#editor"/>
        <xsl:if test="$listed">
          <xsl:call-template name="component-info"><xsl:with-param name="own">mcmp_</xsl:with-param><xsl:with-param name="next">cmp_</xsl:with-param></xsl:call-template>
        </xsl:if>
        <FRBRformat value="xml"/>
      </FRBRManifestation>
    </identification>
  </xsl:template>

  <xsl:template name="component-info">
    <xsl:param name="own"/>
    <xsl:param name="next"/>
    <componentInfo>
      <xsl:for-each select="$letters">
        <componentData eId="{$own}{position()}" href="#{$next}{position()}" name="{@kind}">
          <xsl:attribute name="showAs"><xsl:call-template name="front-name"/></xsl:attribute>
        </componentData>
      </xsl:for-each>
      <componentData eId="{$own}{count($letters) + 1}" href="#{$next}{count($letters) + 1}" name="{$main-name}">
        <xsl:attribute name="showAs"><xsl:call-template name="document-title"/></xsl:attribute>
      </componentData>
    </componentInfo>
  </xsl:template>

  <!-- showAs: the printed name where there is one, else that of the terms, else the code. -->
  <xsl:template name="organization">
    <xsl:param name="id"/>
    <xsl:param name="code"/>
    <xsl:param name="printed" select="/.."/>
    <xsl:variable name="key">
      <xsl:choose>
        <xsl:when test="$code = 'un'">org.un</xsl:when>
        <xsl:when test="$code = 'un-sg'">person.sg</xsl:when>
        <xsl:otherwise>organ.<xsl:value-of select="substring-after($code, '-')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="known" select="$terms[@key = $key]"/>
    <TLCOrganization eId="{$id}" href="/akn/ontology/organization/un/{$code}">
      <xsl:attribute name="showAs">
        <xsl:choose>
          <xsl:when test="$printed"><xsl:call-template name="plain"><xsl:with-param name="node" select="$printed[1]"/></xsl:call-template></xsl:when>
          <xsl:when test="$known"><xsl:value-of select="$known"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </TLCOrganization>
  </xsl:template>

  <xsl:template name="meta">
    <xsl:param name="element"/>
    <xsl:param name="subtype"/>
    <xsl:param name="listed" select="false()"/>
    <xsl:param name="annexes" select="/.."/>
    <xsl:param name="by" select="$actor"/>
    <xsl:param name="refs" select="/.."/>
    <xsl:variable name="work" select="concat('/akn/un/', $element, '/', $subtype, '/', $by, '/', $work-date, '/', $number)"/>
    <meta>
      <xsl:call-template name="identification">
        <xsl:with-param name="element" select="$element"/>
        <xsl:with-param name="subtype" select="$subtype"/>
        <xsl:with-param name="listed" select="$listed"/>
        <xsl:with-param name="by" select="$by"/>
      </xsl:call-template>
      <xsl:if test="$the-date != '' and $the-symbol != ''">
        <publication date="{$the-date}" name="document" showAs="{$the-symbol}" number="{$number}"/>
      </xsl:if>
      <xsl:call-template name="cited-elsewhere"><xsl:with-param name="refs" select="$refs"/></xsl:call-template>
      <references source="#converter">
        <xsl:if test="$original3 != ''">
          <original eId="ro_1" href="{$work}/{$original3}@" showAs="{$the-symbol}"/>
        </xsl:if>
        <xsl:for-each select="$annexes">
          <hasAttachment eId="ha_{position()}">
            <xsl:attribute name="href">
              <xsl:text>!annex</xsl:text>
              <xsl:if test="last() &gt; 1"><xsl:value-of select="concat('_', position())"/></xsl:if>
            </xsl:attribute>
            <xsl:attribute name="showAs">
              <xsl:choose>
                <xsl:when test="r:label"><xsl:call-template name="plain"><xsl:with-param name="node" select="r:label"/></xsl:call-template></xsl:when>
                <xsl:when test="r:title"><xsl:call-template name="plain"><xsl:with-param name="node" select="r:title[1]"/></xsl:call-template></xsl:when>
                <xsl:otherwise><xsl:value-of select="position()"/></xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </hasAttachment>
        </xsl:for-each>
        <xsl:call-template name="organization">
          <xsl:with-param name="id">un</xsl:with-param>
          <xsl:with-param name="code">un</xsl:with-param>
          <xsl:with-param name="printed" select="$head/r:organization"/>
        </xsl:call-template>
        <xsl:call-template name="organization">
          <xsl:with-param name="id">actor</xsl:with-param>
          <xsl:with-param name="code" select="$by"/>
          <xsl:with-param name="printed" select="$head/r:bodyName[$by = $actor and contains(substring-after($actor, '-'), '-')]
              | $head/r:organ[$by = $actor and not(contains(substring-after($actor, '-'), '-'))]"/>
        </xsl:call-template>
        <xsl:call-template name="organization">
          <xsl:with-param name="id">converter</xsl:with-param>
          <xsl:with-param name="code">rapporteur</xsl:with-param>
        </xsl:call-template>
        <TLCRole eId="author" href="/akn/ontology/role/un/author" showAs="author"/>
        <TLCRole eId="editor" href="/akn/ontology/role/un/editor" showAs="editor"/>
        <TLCRole eId="publisher" href="/akn/ontology/role/un/publisher" showAs="publisher"/>
        <TLCRole eId="issuingBody" href="/akn/ontology/role/un/issuingBody" showAs="issuingBody"/>
        <TLCConcept eId="symbol" href="/akn/ontology/concept/un/symbol" showAs="symbol"/>
        <TLCConcept eId="dateOfIssuance" href="/akn/ontology/concept/un/dateOfIssuance" showAs="dateOfIssuance"/>
        <xsl:if test="$adopted != ''">
          <TLCConcept eId="dateOfAdoption" href="/akn/ontology/concept/un/dateOfAdoption" showAs="dateOfAdoption"/>
        </xsl:if>
        <xsl:if test="$head/r:distribution/@value">
          <xsl:variable name="distribution" select="concat($head/r:distribution[@value][1]/@value, 'Distribution')"/>
          <TLCConcept eId="{$distribution}" href="/akn/ontology/concept/un/{$distribution}" showAs="{$distribution}"/>
        </xsl:if>
      </references>
    </meta>
  </xsl:template>

  <!-- An annex is part of its document: the same work, another component. -->
  <xsl:template name="annex-meta">
    <xsl:param name="part"/>
    <meta>
      <xsl:call-template name="identification">
        <xsl:with-param name="element" select="$main-element"/>
        <xsl:with-param name="subtype" select="$main-subtype"/>
        <xsl:with-param name="part" select="$part"/>
        <xsl:with-param name="language">
          <xsl:call-template name="three-letters">
            <xsl:with-param name="code" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </meta>
  </xsl:template>
</xsl:stylesheet>
