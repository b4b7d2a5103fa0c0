using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Ways;

/// <summary>What is said of relationships and kinds when a catalog is read, each problem at its place.</summary>
public sealed class JoinGraphCheckTests
{
    [Theory]
    [InlineData("to_columns: [site_id], role: home", "to_columns: [name], role: home", "not_a_key", "plant/home: home points to name of sites, which is neither its primary key nor declared unique, so a row may find several. Point to site_id, or declare the columns under 'unique_keys'.")]
    [InlineData("from_columns: [loan_site]", "from_columns: [home_site]", "same_way_twice", "plant/loan: home and loan pair the same columns of machines and sites, so they are one way; keep one, or give the other columns of its own.")]
    [InlineData("optional: true", "optional: false", "endless_way", "plant/spare: machines → machines: every row would need another of these without end. Say 'optional: true' where a row may have none; until then rows without one are left out.")]
    [InlineData("{name: home_site, datatype: Integer}", "{name: home_site, datatype: String}", "unlike_columns", "plant/home: home compares machines.home_site, which is text, with sites.site_id, which is a number.")]
    [InlineData("expression: home.name", "expression: sites.name", "unclear_way", "plant/machines/place: machines.place names sites.name, to which several ways lead from machines: by the home, by the loan. Say the relationship in place of 'sites', as in home.name, or mark one of the ways as preferred.")]
    [InlineData("filter: loan.name <> 'x'", "filter: sites.name <> 'x'", "unclear_way", "metrics/hours: hours names sites.name, to which several ways lead from machines: by the home, by the loan. Say the relationship in place of 'sites', as in home.name, or mark one of the ways as preferred.")]
    public void A_relationship_that_is_hardly_meant_so_is_no_error_and_is_said(string sound, string broken, string code, string message)
    {
        var load = Load(sound, broken);
        load.HasErrors.ShouldBeFalse();
        load.Issues.Where(i => i.Code == code && i.Severity == (code == "endless_way" ? IssueSeverity.Note : IssueSeverity.Warning) && i.At is not null).Select(i => $"{i.Element}: {i.Message}").ShouldContain(message);
    }

    [Theory]
    [InlineData("subtype_of: machines", "subtype_of: lathes", "plant/lathes: lathes cannot be a kind of itself.")]
    [InlineData("subtype_of: machines", "subtype_of: machine", "plant/lathes: There is no dataset 'machine'. Did you mean 'machines'?")]
    [InlineData("primary_key: [lathe_id]", "primary_key: [lathe_id, serial]", "plant/lathes: lathes is a kind of machines, but nothing says which row is which: give both a primary key of as many columns, or declare a one_to_one relationship between them.")]
    [InlineData("source: machines, primary_key: [machine_id],", "source: machines, primary_key: [machine_id], subtype_of: lathes,", "plant/lathes: lathes and machines cannot each be a kind of the other; 'subtype_of' leads from the special to the general.")]
    public void A_kind_of_what_it_cannot_be_is_an_error(string sound, string broken, string message) =>
        Load(sound, broken).Issues.Where(i => i.Severity == IssueSeverity.Error).Select(i => $"{i.Element}: {i.Message}").ShouldContain(message);

    [Fact]
    public void A_sound_catalog_has_nothing_to_say() => Load("", "").Issues.ShouldBeEmpty();

    private static CatalogLoad Load(string sound, string broken)
    {
        Plant.ShouldContain(sound);
        return CatalogExamples.Load(sound.Length == 0 ? Plant : Plant.Replace(sound, broken, StringComparison.Ordinal));
    }

    private const string Plant = """
        semantic_model:
          - name: plant
            datasets:
              - {name: sites, source: sites, primary_key: [site_id], fields: [{name: site_id, datatype: Integer}, {name: name, datatype: String}]}
              - {name: machines, source: machines, primary_key: [machine_id], default_time: bought, fields: [{name: home_site, datatype: Integer}, {name: hours, datatype: Integer}, {name: bought, datatype: Date}, {name: place, expression: home.name}]}
              - {name: lathes, source: lathes, primary_key: [lathe_id], subtype_of: machines}
            relationships:
              - {name: home, from: machines, to: sites, from_columns: [home_site], to_columns: [site_id], role: home}
              - {name: loan, from: machines, to: sites, from_columns: [loan_site], to_columns: [site_id], role: loan}
              - {name: spare, from: machines, to: machines, from_columns: [spare_id], to_columns: [machine_id], optional: true}
            metrics:
              - {name: hours, expression: SUM(machines.hours), filter: loan.name <> 'x'}
        """;
}
