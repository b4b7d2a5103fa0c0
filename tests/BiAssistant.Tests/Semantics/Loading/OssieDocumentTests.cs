using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics.Loading;

public sealed class OssieDocumentTests
{
    private const string Clinic = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: clinic
            description: Visits of a small clinic
            ai_context: {instructions: Prefer visits., house_style: {tone: calm}}
            datasets:
              - name: visit
                source: lake.public.visit
                primary_key: [visit_no]
                unique_keys:
                  - [patient_no, started]
                ai_context: {synonyms: [appointments, consultations]}
                fields:
                  - name: visit_no
                    expression: {dialects: [{dialect: ANSI_SQL, expression: visit_no}]}
                    datatype: Integer
                  - name: started
                    expression:
                      dialects:
                        - {dialect: ANSI_SQL, expression: started_ts}
                    datatype: DateTime
                    dimension: {is_time: true}
                  - name: audit_ts
                    expression: {dialects: [{dialect: ANSI_SQL, expression: audit_ts}]}
                    datatype: DateTimeTz
                    dimension: {is_time: false}
                  - name: fee
                    expression: {dialects: [{dialect: SNOWFLAKE, expression: "fee::number"}, {dialect: ANSI_SQL, expression: "CAST(fee AS DECIMAL(10, 2))"}]}
                    datatype: Decimal
                  - name: cube_only
                    expression: {dialects: [{dialect: MDX, expression: "[Measures].[X]"}]}
                    datatype: Opaque
                    custom_extensions: [{vendor_name: COMMON, data: '{"kind": "cube"}'}]
              - name: patient
                source: SELECT patient_no, city FROM lake.public.patient WHERE merged_into IS NULL
                primary_key: [patient_no]
                fields:
                  - name: city
                    expression: {dialects: [{dialect: ANSI_SQL, expression: city}]}
                    label: Geography
                    description: Where the patient lives
            relationships:
              - name: visit_of
                from: visit
                to: patient
                from_columns: [patient_no]
                to_columns: [patient_no]
                ai_context: {synonyms: [seen patient]}
            metrics:
              - name: fees
                expression: {dialects: [{dialect: ANSI_SQL, expression: SUM(visit.fee)}]}
                datatype: Decimal
                ai_context: {synonyms: [income]}
        """;

    private readonly BiAssistant.Semantics.Loading.CatalogLoad _load = CatalogExamples.Load(Clinic);

    [Fact]
    public void An_ossie_document_loads_with_no_more_than_a_note_about_the_clock_it_has_no_key_for()
    {
        _load.Issues.Select(i => (i.Code, i.Severity)).ShouldBe([("missing_time", IssueSeverity.Note)]);
        _load.Catalog.FindMetric("fees").ShouldNotBeNull().Formula.ShouldBeOfType<AggregateFormula>().Root.Name.ShouldBe("visit");
    }

    [Fact]
    public void The_portable_expression_is_used_and_the_others_are_kept()
    {
        var fee = _load.Catalog.FindField("visit.fee").ShouldNotBeNull();

        fee.Expression.ShouldBe(new SqlCast(new SqlColumn(null, "fee"), SqlType.Decimal(10, 2)));
        fee.Dialects.ShouldHaveSingleItem().Dialect.ShouldBe("SNOWFLAKE");
        _load.Catalog.FindField("visit.cube_only").ShouldNotBeNull().Unsupported.ShouldBe("it is given only in MDX, not in ANSI_SQL");
    }

    [Fact]
    public void A_source_is_a_table_or_a_query()
    {
        _load.Catalog.FindDataset("visit").ShouldNotBeNull().Source.ShouldBe(new SqlTable(["lake", "public", "visit"]));
        _load.Catalog.FindDataset("patient").ShouldNotBeNull().Source.ShouldBeOfType<SqlDerivedTable>().Alias.ShouldBe("patient");
    }

    [Fact]
    public void A_datatype_makes_a_time_unless_it_is_denied()
    {
        _load.Catalog.FindField("visit.started").ShouldNotBeNull().IsTime.ShouldBeTrue();
        _load.Catalog.FindField("visit.audit_ts").ShouldNotBeNull().IsTime.ShouldBeFalse();
    }

    [Fact]
    public void Its_synonyms_count_as_our_own()
    {
        _load.Catalog.FindDataset("visit").ShouldNotBeNull().Synonyms.AllIn("en").ShouldBe(["appointments", "consultations"]);
        _load.Catalog.FindMetric("fees").ShouldNotBeNull().Synonyms.AllIn("ko").ShouldBe(["income"]);
    }

    /// <summary>The clinic with one more metric, given so.</summary>
    private static (Metric Metric, Seq<Issue> Issues) WithMetric(string dialects)
    {
        var load = CatalogExamples.Load(Clinic + $"\n      - {{name: added, datatype: Decimal, expression: {{dialects: [{dialects}]}}}}");
        return (load.Catalog.FindMetric("added").ShouldNotBeNull(), load.Issues.Where(i => i.Severity != IssueSeverity.Note).ToSeq());
    }

    [Theory]
    [InlineData("{dialect: POSTGRESQL, expression: SUM(visit.fee)}")]
    [InlineData("{dialect: SNOWFLAKE, expression: sum(visit.fee)}")]
    [InlineData("{dialect: SNOWFLAKE, expression: SUM(visit.fee)}, {dialect: BIGQUERY, expression: SUM(visit.fee)}")]
    [InlineData("{dialect: DUCKDB, expression: SUM(visit.fee) * (1 + 1)}, {dialect: SQLITE, expression: SUM(visit.fee) * 2}")]
    [InlineData("{dialect: MDX, expression: '[Measures].[Fee]'}, {dialect: duckdb, expression: SUM(visit.fee)}")]
    public void One_engines_SQL_serves_every_engine_where_it_has_one_portable_meaning(string dialects)
    {
        var (metric, issues) = WithMetric(dialects);

        issues.ShouldBeEmpty();
        metric.Unsupported.ShouldBeNull();
        metric.Formula.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("{dialect: SNOWFLAKE, expression: SUM(visit.fee)}, {dialect: BIGQUERY, expression: MAX(visit.fee)}", "its expressions in SNOWFLAKE and BIGQUERY do not say the same", null)]
    [InlineData("{dialect: POSTGRESQL, expression: SUM(visit.fee +)}", "its POSTGRESQL expression cannot be read", "sql_syntax")]
    [InlineData("{dialect: POSTGRESQL, expression: FROBNICATE(visit.fee)}", "its POSTGRESQL expression has no counterpart in portable SQL", "sql_unportable")]
    [InlineData("{dialect: POSTGRESQL, expression: SUM(visit.fees)}", "its definition has errors", "unknown_field")]
    [InlineData("{dialect: SNOWFLAKE, expression: visit.fee}", "its definition has errors", "nothing_aggregated")]
    [InlineData("{dialect: TABLEAU, expression: 'SUM([Fee])'}, {dialect: MAQL, expression: 'SELECT SUM({fact/fee})'}", "it is given only in TABLEAU and MAQL, not in ANSI_SQL", null)]
    public void Engines_SQL_that_says_nothing_portable_is_a_warning_at_most(string dialects, string reason, string? code)
    {
        var (metric, issues) = WithMetric(dialects);

        metric.Unsupported.ShouldBe(reason);
        issues.Select(i => (i.Code, i.Severity)).ShouldBe(code is null ? [] : [(code, IssueSeverity.Warning)]);
        issues.ShouldAllBe(i => i.At != null && i.At.Line == Clinic.Split('\n', StringSplitOptions.None).Length + 1 && i.At.Column > 80);
    }

    [Fact]
    public void A_column_in_an_engines_SQL_keeps_its_name_in_the_catalog()
    {
        var text = Clinic.Replace("""{dialect: MDX, expression: "[Measures].[X]"}""", "{dialect: SNOWFLAKE, expression: UPPER(cube_code)}", StringComparison.Ordinal);

        CatalogExamples.Load(text).Catalog.FindField("visit.cube_only").ShouldNotBeNull().Expression.ShouldBe(new SqlFunction("UPPER", [new SqlColumn(null, "cube_code")]));
    }
}
