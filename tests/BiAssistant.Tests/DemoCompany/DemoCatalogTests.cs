using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>The semantic models and metrics against the files: what they name exists, what they list is complete, what they call a key is one.</summary>
public sealed partial class DemoCatalogTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    private const char Empty = '\u2205';

    [Fact]
    public void Every_column_that_a_dataset_names_is_in_its_table()
    {
        foreach (var (warehouse, dataset) in Datasets())
        {
            var named = DemoYaml.Texts(dataset, "primary_key")
                .Concat(ColumnNames(DemoYaml.Text(dataset, "filter") ?? ""))
                .Concat(Fields(dataset).SelectMany(field => ColumnNames(DemoYaml.Text(field, "expression").ShouldNotBeNull())));
            named.Except(WarehouseFile.Columns(FileOf(warehouse), SourceOf(dataset))).ShouldBeEmpty($"dataset {DemoYaml.Name(dataset)}");
        }
    }

    [Fact]
    public void Every_table_has_its_dataset_and_every_column_a_field_or_a_relationship_but_for_the_booking_of_a_survey()
    {
        foreach (var warehouse in (string[])["operations", "feedback"])
        {
            var datasets = Datasets().Where(one => one.Warehouse == warehouse).Select(one => one.Dataset).ToLookup(SourceOf);
            var relationships = Relationships().Where(one => one.Warehouse == warehouse).ToLookup(one => DemoYaml.Text(one.Relationship, "from"), one => one.Relationship);
            foreach (var table in WarehouseFile.Tables(FileOf(warehouse)))
            {
                var named = datasets[table].SelectMany(Fields).SelectMany(field => ColumnNames(DemoYaml.Text(field, "expression").ShouldNotBeNull()))
                    .Concat(datasets[table].SelectMany(dataset => relationships[DemoYaml.Name(dataset)]).SelectMany(relationship => DemoYaml.Texts(relationship, "from_columns")));
                WarehouseFile.Columns(FileOf(warehouse), table).Except(named).ShouldBe(table == "satisfaction_surveys" ? ["booking_id"] : [], table);
            }
        }
    }

    [Fact]
    public void Every_declared_key_is_unique_and_without_nulls()
    {
        foreach (var (warehouse, dataset) in Datasets())
        {
            var columns = DemoYaml.Texts(dataset, "primary_key");
            if (columns.Count == 0)
            {
                // A subtype has the key of what it is a kind of.
                DemoYaml.Text(dataset, "subtype_of").ShouldNotBeNull(DemoYaml.Name(dataset));
                continue;
            }

            var key = string.Join(", ", columns);
            var source = SourceOf(dataset);
            Query(warehouse, $"SELECT {key} FROM {source} GROUP BY {key} HAVING COUNT(*) > 1").ShouldBeEmpty(source);
            Query(warehouse, $"SELECT 1 FROM {source} WHERE {string.Join(" OR ", columns.Select(column => $"{column} IS NULL"))}").ShouldBeEmpty(source);
        }
    }

    [Fact]
    public void Every_coded_value_that_is_stored_is_listed_and_the_other_way_round()
    {
        foreach (var (warehouse, dataset) in Datasets())
        {
            foreach (var field in Fields(dataset).Where(field => DemoYaml.Items(field, "values").Any()))
            {
                var expression = DemoYaml.Text(field, "expression").ShouldNotBeNull();
                var stored = Query(warehouse, $"SELECT DISTINCT {expression} FROM {SourceOf(dataset)}").Select(row => row[0]?.ToString()).OfType<string>();
                var listed = DemoYaml.Items(field, "values").Select(value => DemoYaml.Text(value, "value").ShouldNotBeNull());
                stored.ShouldBe(listed, ignoreOrder: true, $"{DemoYaml.Name(dataset)}.{DemoYaml.Name(field)}");
            }
        }
    }

    [Fact]
    public void Every_relationship_finds_its_row_on_the_other_side()
    {
        foreach (var (warehouse, relationship) in Relationships().Where(one => DemoYaml.Texts(one.Relationship, "from_columns").Count > 0))
        {
            var to = DemoYaml.Text(relationship, "to").ShouldNotBeNull().Split('.');
            var toWarehouse = to.Length == 2 ? to[0] : warehouse;
            var parents = Keys(toWarehouse, to[^1], DemoYaml.Texts(relationship, "to_columns")).ToHashSet();
            var children = Keys(warehouse, DemoYaml.Text(relationship, "from").ShouldNotBeNull(), DemoYaml.Texts(relationship, "from_columns"));
            children.ShouldNotBeEmpty();
            // A key with an empty part leads nowhere, and only an optional relationship may.
            children.Except(parents).Where(key => DemoYaml.Text(relationship, "optional") != "true" || !key.Contains(Empty)).ShouldBeEmpty(DemoYaml.Name(relationship));
        }

        IReadOnlyList<string> Keys(string warehouse, string dataset, IReadOnlyList<string> columns)
        {
            var source = SourceOf(Datasets().Single(one => one.Warehouse == warehouse && DemoYaml.Name(one.Dataset) == dataset).Dataset);
            return [.. Query(warehouse, $"SELECT DISTINCT {string.Join(", ", columns)} FROM {source}").Select(row => string.Join('/', row.Select(cell => cell?.ToString() ?? Empty.ToString())))];
        }
    }

    [Fact]
    public void A_metric_names_only_fields_and_metrics_that_exist()
    {
        var fields = DemoYaml.Datasets().SelectMany(dataset => Fields(dataset).Select(field => $"{DemoYaml.Name(dataset)}.{DemoYaml.Name(field)}")).ToHashSet();
        var metrics = DemoYaml.Metrics().ToDictionary(DemoYaml.Name);
        foreach (var (name, metric) in metrics)
        {
            string[] texts = [.. ((string[])["expression", "filter", "time", "over", "base"]).Select(key => DemoYaml.Text(metric, key)).OfType<string>()];
            texts.SelectMany(text => Qualified().Matches(Quoted().Replace(text, ""))).Select(match => match.Value).Except(fields).ShouldBeEmpty(name);
            string[] parts =
            [
                .. ((string[])["numerator", "denominator", "metric"]).Select(key => DemoYaml.Text(metric, key)).OfType<string>(),
                .. DemoYaml.Text(metric, "type") == "derived" ? ColumnNames(DemoYaml.Text(metric, "expression").ShouldNotBeNull()) : [],
            ];
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
        select (DemoYaml.Warehouse(model), dataset);

    private static IEnumerable<(string Warehouse, YamlMappingNode Relationship)> Relationships() =>
        from model in DemoYaml.Models()
        from relationship in DemoYaml.Items(model, "relationships")
        select (DemoYaml.Warehouse(model), relationship);

    private static IEnumerable<YamlMappingNode> Fields(YamlMappingNode dataset) => DemoYaml.Items(dataset, "fields");

    /// <summary>The table of a dataset, or of the one that it is a subtype of.</summary>
    private static string SourceOf(YamlMappingNode dataset) =>
        DemoYaml.Text(dataset, "source")
        ?? SourceOf(DemoYaml.Datasets().Single(one => DemoYaml.Name(one) == DemoYaml.Text(dataset, "subtype_of")));

    /// <summary>The lower-case names in an expression that no dataset stands before: functions are written in capitals, texts in quotes.</summary>
    private static IEnumerable<string> ColumnNames(string expression) =>
        Unqualified().Matches(Qualified().Replace(Quoted().Replace(expression, ""), "")).Select(match => match.Value);

    private string FileOf(string warehouse) => warehouse == "operations" ? demo.Files.Operations : demo.Files.Feedback;

    private IReadOnlyList<object?[]> Query(string warehouse, string sql) => WarehouseFile.Query(FileOf(warehouse), sql);

    [GeneratedRegex(@"[a-z_]+\.[a-z_]+")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\b[a-z][a-z_]*\b")]
    private static partial Regex Unqualified();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
