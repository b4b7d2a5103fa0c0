using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>The semantic models and metrics against the files: what they name exists, what they list is complete, what they call a key is one.</summary>
public sealed partial class DemoCatalogTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public void Every_column_that_a_dataset_names_is_in_its_table()
    {
        foreach (var (warehouse, dataset) in Datasets())
        {
            var columns = Columns(warehouse, DemoYaml.Text(dataset, "source").ShouldNotBeNull());
            var named = DemoYaml.Texts(dataset, "primary_key")
                .Concat(DemoYaml.Items(dataset, "fields").Where(field => DemoYaml.Text(field, "rollup") is null).SelectMany(field => ColumnNames(DemoYaml.Text(field, "expression").ShouldNotBeNull())));
            named.Except(columns).ShouldBeEmpty($"dataset {DemoYaml.Name(dataset)}");
        }
    }

    [Fact]
    public void Every_declared_key_is_unique_and_without_nulls()
    {
        foreach (var (warehouse, dataset) in Datasets())
        {
            var columns = DemoYaml.Texts(dataset, "primary_key");
            var key = string.Join(", ", columns);
            var source = DemoYaml.Text(dataset, "source");
            Query(warehouse, $"SELECT {key} FROM {source} GROUP BY {key} HAVING COUNT(*) > 1").ShouldBeEmpty(source);
            Query(warehouse, $"SELECT 1 FROM {source} WHERE {string.Join(" OR ", columns.Select(column => $"{column} IS NULL"))}").ShouldBeEmpty(source);
        }
    }

    [Fact]
    public void Every_coded_value_that_is_stored_is_listed_and_the_other_way_round_but_for_part_time_work()
    {
        foreach (var (warehouse, dataset) in Datasets())
        {
            foreach (var field in DemoYaml.Items(dataset, "fields").Where(field => DemoYaml.Items(field, "values").Any()))
            {
                var column = DemoYaml.Text(field, "expression");
                var stored = Query(warehouse, $"SELECT DISTINCT {column} FROM {DemoYaml.Text(dataset, "source")} WHERE {column} IS NOT NULL").Select(row => row[0]!.ToString());
                var listed = DemoYaml.Items(field, "values").Select(value => DemoYaml.Text(value, "value").ShouldNotBeNull());
                // In houses of a quarter of their size nobody works part time: every department is its head.
                stored.ShouldBe(DemoYaml.Name(dataset) == "employees" ? listed.Except(["P"]) : listed, ignoreOrder: true, $"{DemoYaml.Name(dataset)}.{DemoYaml.Name(field)}");
            }
        }
    }

    [Fact]
    public void Every_relationship_finds_its_row_on_the_other_side()
    {
        foreach (var (from, model) in DemoYaml.Models().Select(model => (DemoYaml.Warehouse(model), model)))
        {
            foreach (var relationship in DemoYaml.Items(model, "relationships").Where(relationship => !DemoYaml.Texts(relationship, "through").Any()))
            {
                var to = DemoYaml.Text(relationship, "to").ShouldNotBeNull().Split('.');
                var parents = Keys(to.Length == 2 ? to[0] : from, to[^1], DemoYaml.Texts(relationship, "to_columns"), mayBeMissing: false);
                var children = Keys(from, DemoYaml.Text(relationship, "from"), DemoYaml.Texts(relationship, "from_columns"), DemoYaml.Text(relationship, "optional") == "true");
                children.ShouldNotBeEmpty();
                children.Except(parents).ShouldBeEmpty(DemoYaml.Name(relationship));
            }
        }

        IReadOnlyList<string> Keys(string? warehouse, string? table, IReadOnlyList<string> columns, bool mayBeMissing) =>
            [.. Query(warehouse, $"SELECT DISTINCT {string.Join(", ", columns)} FROM {table}").Where(row => !mayBeMissing || !row.Contains(null)).Select(row => string.Join('|', row))];
    }

    [Fact]
    public void A_metric_names_only_fields_and_metrics_that_exist()
    {
        var fields = DemoYaml.Datasets().SelectMany(dataset => DemoYaml.Items(dataset, "fields").Select(field => $"{DemoYaml.Name(dataset)}.{DemoYaml.Name(field)}")).ToHashSet();
        var metrics = DemoYaml.Metrics().ToDictionary(DemoYaml.Name);
        foreach (var (name, metric) in metrics)
        {
            string[] texts = [.. ((string[])["expression", "filter", "time"]).Select(key => DemoYaml.Text(metric, key)).OfType<string>()];
            texts.SelectMany(text => Qualified().Matches(text)).Select(match => match.Value).Except(fields).ShouldBeEmpty(name);
            var parts = DemoYaml.Text(metric, "type") switch
            {
                "ratio" => [DemoYaml.Text(metric, "numerator").ShouldNotBeNull(), DemoYaml.Text(metric, "denominator").ShouldNotBeNull()],
                "derived" => [.. ColumnNames(DemoYaml.Text(metric, "expression").ShouldNotBeNull())],
                _ => Array.Empty<string>(),
            };
            parts.Except(metrics.Keys).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Every_metric_has_a_file_of_its_name_and_is_described_in_both_languages()
    {
        DemoYaml.MetricFiles().Select(Path.GetFileNameWithoutExtension).ShouldBe(DemoYaml.Metrics().Select(DemoYaml.Name));
        foreach (var metric in DemoYaml.Metrics())
        {
            foreach (var key in (string[])["label", "synonyms", "description"])
            {
                ((YamlMappingNode)metric[key]).Children.Keys.Select(language => language.ToString()).ShouldBe(["en", "ko"], DemoYaml.Name(metric));
            }

            DemoYaml.Text(metric, "owner").ShouldNotBeNull();
        }
    }

    [Fact]
    public void No_two_metrics_share_a_word() => DemoYaml.Metrics()
        .SelectMany(metric => Words(metric["label"]).Concat(Words(metric["synonyms"])))
        .GroupBy(word => word.ToUpperInvariant())
        .Where(group => group.Count() > 1)
        .Select(group => group.Key)
        .ShouldBeEmpty();

    private static IEnumerable<string> Words(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } word } => [word],
        YamlSequenceNode list => list.SelectMany(Words),
        YamlMappingNode map => map.Children.Values.SelectMany(Words),
        _ => [],
    };

    private static IEnumerable<(string Warehouse, YamlMappingNode Dataset)> Datasets() =>
        from model in DemoYaml.Models()
        from dataset in DemoYaml.Items(model, "datasets")
        where DemoYaml.Text(dataset, "subtype_of") is null
        select (DemoYaml.Warehouse(model), dataset);

    /// <summary>The lower-case names in an expression that stand alone: functions are written in capitals, texts in quotes, fields of other datasets behind a dot.</summary>
    private static IEnumerable<string> ColumnNames(string expression) => Unqualified().Matches(Qualified().Replace(Quoted().Replace(expression, ""), "")).Select(match => match.Value);

    private IReadOnlyList<string> Columns(string? warehouse, string table) => warehouse == "operations"
        ? [.. demo.Operations($"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'").Select(row => (string)row[0]!)]
        : [.. demo.Feedback($"SELECT name FROM pragma_table_info('{table}')").Select(row => (string)row[0]!)];

    private IReadOnlyList<object?[]> Query(string? warehouse, string sql) => warehouse == "operations" ? demo.Operations(sql) : demo.Feedback(sql);

    [GeneratedRegex(@"[a-z_]+\.[a-z_]+")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\b[a-z][a-z_]*\b")]
    private static partial Regex Unqualified();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
