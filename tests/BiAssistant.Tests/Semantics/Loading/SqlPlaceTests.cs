using BiAssistant.Sql;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>A problem inside SQL is placed at its line and column of the YAML file, whichever way the text is written there.</summary>
public sealed class SqlPlaceTests
{
    /// <summary>What stands at the place of the one issue, to the end of its line.</summary>
    private static string At(string yaml)
    {
        var issue = CatalogExamples.Load(yaml).Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldHaveSingleItem();
        var place = issue.At.ShouldNotBeNull();
        return yaml.Split('\n')[place.Line - 1].TrimEnd('\r')[(place.Column - 1)..];
    }

    /// <summary>The freight catalog with a metric whose expression is written so.</summary>
    private static string Metric(string written) => CatalogExamples.Freight + "\n      - name: added\n        expression: " + written + "\n";

    [Theory]
    [InlineData("SUM(toll) +* 2", "* 2")]
    [InlineData("SUM(toll + tol)", "tol)")]
    [InlineData("SUM(toll) + 'tol' + SUM(tol)", "tol)")]
    [InlineData("SUM(trips.toll +\n          trips.tol)", "trips.tol)")]
    [InlineData("'SUM(toll) || ''it''''s'' +* 2'", "* 2'")]
    [InlineData("'SUM(toll +\n\n          tol)'", "tol)'")]
    [InlineData("\"SUM(toll) || '\\u00e9\\x41' +* 2\"", "* 2\"")]
    [InlineData("\"SUM(toll\\n + tol)\"", "tol)\"")]
    [InlineData("\"SUM(toll\\\n          + tol)\"", "tol)\"")]
    [InlineData("|\n          SUM(toll)\n            +* 2", "* 2")]
    [InlineData("|2-  # as written\n          SUM(toll +\n\n              tol)", "tol)")]
    [InlineData(">\n          SUM(toll)\n          + SUM(\n            tol)", "tol)")]
    [InlineData(">-\n\n          SUM(toll)\n\n          +* 2", "* 2")]
    [InlineData("&here SUM(toll + tol)", "tol)")]
    [InlineData("!!str 'SUM(toll + tol)'", "tol)'")]
    [InlineData("SUM(toll) + (", "")]
    [InlineData("{dialects: [{dialect: ANSI_SQL, expression: \"SUM(toll + tol)\"}]}", "tol)\"}]}")]
    public void Every_way_to_write_a_text_keeps_its_places(string written, string at) => At(Metric(written)).ShouldBe(at);

    [Theory]
    [InlineData("expression: \"DATE_DIFF('hour', departure, arrived_at)\"", "expression: \"DATE_DIFF('hour', departure, +)\"", ")\", datatype: Integer, unit: hours}")]
    [InlineData("expression: loaded_at.town", "expression: LOWER(loaded_at.twon)", "loaded_at.twon), datatype: String}")]
    [InlineData("filter: NOT is_test", "filter: NOT is_test AND", "")]
    [InlineData("filter: home_country = user.country", "filter: home_contry = user.country", "home_contry = user.country}")]
    [InlineData("custom: arrived_at >= left_at", "custom: arrived_at >= lef_at", "lef_at")]
    [InlineData("filter: distance > 500", "filter: distance > 500 500", "500, synonyms: [long-distance]}")]
    [InlineData("filter: state = 'D'", "filter: state = 'D' AND stat = 'X'", "stat = 'X'")]
    [InlineData("expression: charges - tolls", "expression: charges - tols", "tols}")]
    [InlineData("source: ops.depots", "source: \" SELECT depot_id FORM ops.depots\"", "ops.depots\"")]
    [InlineData("source: ops.depots", "source: >\n          SELECT depot_id\n          FROM ops.depots WHERE ()", ")")]
    public void Wherever_SQL_may_stand_its_problem_is_placed(string sound, string broken, string at) => At(CatalogExamples.With(sound, broken)).ShouldBe(at);

    [Fact]
    public void Windows_line_ends_change_no_place() => At(Metric("|\n          SUM(toll +\n              tol)").Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBe("tol)");
}
