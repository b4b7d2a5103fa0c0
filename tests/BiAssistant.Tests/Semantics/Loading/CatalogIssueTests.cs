using BiAssistant.Sql;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>One case for each class of problem: a small change to a sound catalog, and exactly what is said of it.</summary>
public sealed class CatalogIssueTests
{
    [Theory]
    [InlineData("default_measure: distance", "default_mesure: distance", "freight/trips: 'default_mesure' is no key of a dataset. Did you mean 'default_measure'?")]
    [InlineData("{name: country, datatype: String}", "{name: country, datatype: Sting}", "freight/depots/country: 'Sting' is no datatype; the datatypes are String, Integer, Decimal, Float, Boolean, Date, Time, DateTime, DateTimeTz, Opaque. Did you mean 'String'?")]
    [InlineData("parent: country", "parent: contry", "freight/depots/town: There is no field 'contry' in depots. Did you mean 'country'?")]
    [InlineData("{name: country, datatype: String}", "{name: country, datatype: String, parent: town}", "freight/depots/country: country and town are above each other: a 'parent' leads upwards.")]
    [InlineData("parent: country", "parent: town", "freight/depots/town: town is its own 'parent'.")]
    [InlineData("default_aggregate: sum", "values: [{value: far, label: Far}]", "freight/trips/distance: 'far' is no number, as the values of this field are: 'value' is what is stored, 'label' what it is called.")]
    [InlineData("default_aggregate: sum", "default_aggregate: som", "freight/trips/distance: 'default_aggregate' of a field is one of sum, avg, average, min, max, count, last, none, not 'som'. Did you mean 'sum'?")]
    [InlineData("from: trips, to: drivers", "from: trips, to: driver", "freight/trip_driver: There is no dataset 'driver'. Did you mean 'drivers'?")]
    [InlineData("to_columns: [driver_id]", "to_columns: [driver_id, country]", "freight/trip_driver: 'from_columns' has 1 and 'to_columns' 2; they pair one by one.")]
    [InlineData("name: unloaded_at", "name: loaded_at", "freight/loaded_at: The model freight has two relationships 'loaded_at'.")]
    [InlineData("{name: toll, datatype", "{name: distance, datatype", "freight/trips/distance: trips has two fields 'distance'.")]
    [InlineData("optional: true", "optional: perhaps", "freight/trip_driver: 'optional' of a relationship is true or false, not 'perhaps'.")]
    [InlineData("expression: loaded_at.town", "expression: loaded_at.twon", "freight/trips/origin: loaded_at has no field 'twon'. Did you mean 'town'?")]
    [InlineData("{name: country, datatype: String}", "{name: country, expression: trips.state}", "freight/depots/country: trips.state is not reached from depots by to-one steps.")]
    [InlineData("{name: country, datatype: String}", "{name: country, expression: MAX(country)}", "freight/depots/country: The expression of country aggregates rows. Make it a metric, or say 'rollup: true' if it gathers rows of other datasets.")]
    [InlineData("expression: loaded_at.town", "expression: trips.origin", "freight/trips/origin: These fields are computed from each other: trips.origin → trips.origin.")]
    [InlineData("Europe/Amsterdam", "Europe/Amsterdan", "freight: 'Europe/Amsterdan' is no time zone such as Europe/Paris. Did you mean 'Europe/Amsterdam'?")]
    [InlineData("fiscal_year_start: april", "fiscal_year_start: 13", "freight: 'fiscal_year_start' is a month (4, april) or a month and a day (04-06), not '13'.")]
    [InlineData("warn_after: 24 hours", "warn_after: a day", "freight/trips: 'warn_after' of 'freshness' is a span of time such as '28 days' or '1 year', not 'a day'.")]
    [InlineData("{en: Freight, nl: Vracht}", "{english: Freight}", "freight: 'english' under 'label' is no language code such as en or ko.")]
    [InlineData("scale: 0.001", "scale: 0", "freight/trips/distance: 'scale' of a field is not 0: it would make every number 0.")]
    [InlineData("field: depots.town", "field: depots.town, metric: charges", "freight/place: A term stands for one thing; this one says field and metric.")]
    [InlineData("metrics: [charges, trips_made]", "metrics: [charge, trips_made]", "freight/results: There is no metric 'charge'. Did you mean 'charges'?")]
    [InlineData("now - 30 days", "a month ago", "freight/lately: 'a month ago' is neither a date (2024-01-31) nor a time from now (now - 30 days).")]
    [InlineData("charges - tolls", "charges - tols", "freight/margin: There is no metric 'tols'. Did you mean 'tolls'?")]
    [InlineData("charges - tolls", "charges - margin", "freight/margin: margin is made of itself.")]
    [InlineData("charges - tolls", "charges - SUM(toll)", "freight/margin: A derived metric is arithmetic over metrics; 'margin' aggregates rows itself. Make the aggregate a metric of its own, or leave out 'type: derived'.")]
    [InlineData("type: derived, expression: charges - tolls", "expression: charges - tolls", "freight/margin: The expression of margin is arithmetic over metrics; say 'type: derived'.")]
    [InlineData("expression: SUM(toll)", "expression: toll", "freight/tolls: The expression of tolls aggregates nothing; a metric sums, counts or averages rows, as in SUM(toll).")]
    [InlineData("expression: SUM(toll)", "expression: SUM(toll) + toll", "freight/tolls: toll stands outside an aggregate in the expression of tolls; sum it, count it or take its average.")]
    [InlineData("expression: SUM(toll)", "expression: SUM(tol)", "freight/tolls: There is no field 'tol'. Did you mean 'toll'?")]
    [InlineData("expression: SUM(toll), good: down", "expression: COUNT(DISTINCT town), filter: state = 'D'", "freight/tolls: The filter of tolls names trips.state, which is not reached from depots by to-one steps.")]
    [InlineData("expression: SUM(toll), good: down", "expression: SUM(toll), time: town", "freight/tolls: depots.town is no date or time, so it cannot be the clock of tolls.")]
    [InlineData("expression: SUM(toll), good: down", "expression: COUNT(*)", "freight/tolls: tolls counts rows without saying of what; add 'dataset'.")]
    [InlineData("good: down", "good: left", "freight/tolls: 'good' of a metric is one of up, down, not 'left'.")]
    [InlineData("type: derived, expression: charges - tolls", "type: derivd, expression: charges - tolls", "freight/margin: 'derivd' is no type of metric; the types are simple, ratio, derived, cumulative, semi-additive, comparison, conversion, target, forecast. Did you mean 'derived'?")]
    [InlineData("numerator: charges, ", "", "freight/charge_per_trip: A metric needs 'numerator'.")]
    [InlineData("name: tolls", "name: charges", "freight/charges: There are two metrics 'charges'; the other stands in file1.yml:78:9.")]
    [InlineData("source: ops.depots", "label: Depots", "freight/depots: A dataset needs 'source'.")]
    public void A_wrong_key_name_or_value_is_said_with_the_nearest_right_one(string sound, string broken, string message)
    {
        var load = CatalogExamples.Load(CatalogExamples.With(sound, broken));

        load.Issues.Select(i => $"{i.Element}: {i.Message}").ShouldContain(message);
        load.Issues.ShouldAllBe(i => i.At != null && i.At.File == "file1.yml");
    }

    [Fact]
    public void Money_and_hours_do_not_add_up()
    {
        var load = CatalogExamples.Load(CatalogExamples.With("charges - tolls", "charges - driving")
            .Replace("good: down}", "good: down}\n      - {name: driving, expression: SUM(hours)}", StringComparison.Ordinal));

        load.Issues.Select(CatalogExamples.Written).ShouldContain("file1.yml:83:51 freight/margin: margin adds or subtracts EUR and hours, which do not add up.");
    }

    [Fact]
    public void A_mistake_inside_sql_is_placed_where_it_stands_in_the_file()
    {
        var load = CatalogExamples.Load(CatalogExamples.With("expression: SUM(toll)", "expression: SUM(toll + tol)"));

        var issue = load.Issues.ShouldHaveSingleItem();
        var line = CatalogExamples.With("expression: SUM(toll)", "expression: SUM(toll + tol)").Split('\n')[issue.At.ShouldNotBeNull().Line - 1];
        line[(issue.At!.Column - 1)..].ShouldStartWith("tol");
        issue.Suggestions.ShouldBe(["toll"]);
    }

    [Fact]
    public void Every_problem_is_said_at_once()
    {
        var text = CatalogExamples.With("default_measure", "default_mesure").Replace("parent: country", "parent: contry", StringComparison.Ordinal).Replace("SUM(toll)", "SUM(tol)", StringComparison.Ordinal);

        CatalogExamples.Load(text).Issues.Select(i => i.Code).ShouldBe(["unknown_field", "unknown_key", "unknown_field"]);
    }

    [Fact]
    public void A_broken_file_is_one_error_and_the_others_load()
    {
        var load = CatalogExamples.Load("metric:\n  name: [unclosed\n  label: x", CatalogExamples.Freight);

        var issue = load.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe("broken_yaml");
        issue.At.ShouldNotBeNull().File.ShouldBe("file1.yml");
        load.Catalog.Metrics.Count.ShouldBe(5);
    }

    [Fact]
    public void An_ontology_document_is_one_clear_error()
    {
        var load = CatalogExamples.Load("version: \"0.2.0.dev0\"\nontology:\n  - name: trade\n    concepts: [a, b]");

        load.Issues.Select(CatalogExamples.Written).ShouldBe(["file1.yml:2:1 : This is an Ossie ontology document; it holds no semantic model, so nothing of it is read. Give the semantic model's document instead."]);
    }

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");

        CatalogExamples.Load("a0: &a0 [x]\n" + string.Join('\n', lines)).Issues.ShouldHaveSingleItem().Code.ShouldBe("file_too_large");
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_hurts() =>
        CatalogExamples.Load("metrics: " + new string('[', 100_000)).Issues.ShouldHaveSingleItem().Code.ShouldBe("nested_too_deep");

    [Fact]
    public void A_key_given_twice_is_said()
    {
        var issue = CatalogExamples.Load(CatalogExamples.With("owner: dispatch", "owner: dispatch\n    owner: other")).Issues.ShouldHaveSingleItem();

        issue.Message.ShouldBe("'owner' is given twice here.");
        issue.Severity.ShouldBe(IssueSeverity.Error);
    }

    [Fact]
    public void A_row_rule_that_cannot_be_read_lets_nobody_in()
    {
        var load = CatalogExamples.Load(CatalogExamples.With("home_country = user.country", "home_contry = user.country"));

        load.HasErrors.ShouldBeTrue();
        load.Catalog.FindDataset("drivers").ShouldNotBeNull().RowAccess.ShouldHaveSingleItem().Filter.ShouldBe(new BiAssistant.Sql.Tree.SqlBoolean(false));
    }
}
