using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>Parts of the format that the other examples leave out.</summary>
public sealed class FormatPageTests
{
    [Fact]
    public void A_family_makes_a_dataset_a_member_and_its_template_is_none()
    {
        var load = CatalogExamples.Load("""
            semantic_model:
              - name: plant
                families:
                  - {name: sensors, of: sensor, members: [{name: boiler, source: raw.boiler_log}, {name: pump, source: raw.pump_log, label: Pumps}]}
                datasets:
                  - name: sensor
                    source: "{source}"
                    label: "Readings of {name}"
                    fields: [{name: at, datatype: DateTime}, {name: site_id, datatype: Integer}]
                  - {name: sites, source: raw.sites, primary_key: [id], fields: [{name: id}]}
                relationships:
                  - {name: sensor_site, from: sensor, to: sites, from_columns: [site_id], to_columns: [id]}
            """);

        load.Issues.ShouldBeEmpty();
        load.Catalog.Datasets.Select(d => (d.Name, d.Label.In("en"))).ShouldBe([("sites", null), ("boiler", "Readings of boiler"), ("pump", "Pumps")]);
        load.Catalog.Relationships.Select(r => (r.Name, r.From.Name)).ShouldBe([("sensor_site_boiler", "boiler"), ("sensor_site_pump", "pump")]);
    }

    [Fact]
    public void Models_of_one_name_merge_and_relationships_cross_models()
    {
        var load = CatalogExamples.Load(
            "semantic_model: [{name: a, owner: x, datasets: [{name: d, source: d, fields: [{name: k}]}]}]",
            "semantic_model: [{name: a, owner: x, datasets: [{name: e, source: e}]}, {name: b, datasets: [{name: d, source: d2}], relationships: [{name: r, from: d, to: a.d, from_columns: [k], to_columns: [k]}]}]");

        load.Issues.ShouldBeEmpty();
        load.Catalog.Models.Select(m => (m.Name, m.Datasets.Count)).ShouldBe([("a", 2), ("b", 1)]);
        var way = load.Catalog.FindRelationship("r").ShouldNotBeNull();
        (way.From.Id, way.To.Id).ShouldBe(("b.d", "a.d"));
        load.Catalog.FindDataset("d").ShouldBeNull();
    }

    [Fact]
    public void A_subtype_without_a_link_gets_one_over_the_keys_and_inherits_fields()
    {
        var load = CatalogExamples.Load("""
            semantic_model:
              - name: m
                datasets:
                  - {name: animal, source: animal, primary_key: [id], fields: [{name: weight, datatype: Decimal}]}
                  - {name: dog, source: dog, primary_key: [animal_id], subtype_of: animal, fields: [{name: breed}]}
            metric: {name: dogs, expression: COUNT(*), dataset: dog}
            """);

        load.HasErrors.ShouldBeFalse();
        var link = load.Catalog.Relationships.ShouldHaveSingleItem();
        (link.Implied, link.OneToOne, link.FromColumns[0], link.ToColumns[0]).ShouldBe((true, true, "animal_id", "id"));
        load.Catalog.FindMetric("dogs").ShouldNotBeNull().Unsupported.ShouldBeNull();
        load.Catalog.FindField("dog.weight").ShouldNotBeNull().InheritedFrom.ShouldBe(load.Catalog.FindField("animal.weight"));
    }

    [Fact]
    public void Rollups_bridges_and_exclusive_ways_are_read()
    {
        var load = CatalogExamples.Load("""
            semantic_model:
              - name: school
                datasets:
                  - {name: pupils, source: pupils, primary_key: [id], fields: [{name: id}, {name: exams, expression: "COUNT(results.id)", rollup: true}]}
                  - {name: results, source: results, primary_key: [id], fields: [{name: id}]}
                  - {name: clubs, source: clubs, primary_key: [id], fields: [{name: id}]}
                  - {name: members, source: members, primary_key: [pupil, club]}
                relationships:
                  - {name: by, from: results, to: pupils, from_columns: [pupil], to_columns: [id], exclusive: owner}
                  - {name: m1, from: members, to: pupils, from_columns: [pupil], to_columns: [id]}
                  - {name: m2, from: members, to: clubs, from_columns: [club], to_columns: [id]}
                  - {name: joined, from: pupils, to: clubs, through: [m1, m2], cardinality: many_to_many, allocation: split}
            """);

        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues));
        var rollup = load.Catalog.FindField("pupils.exams").ShouldNotBeNull();
        rollup.Unsupported.ShouldBeNull();
        rollup.Rolled.ShouldNotBeNull().Gathered.ShouldHaveSingleItem().Root.Name.ShouldBe("results");
        load.Catalog.FindRelationship("by").ShouldNotBeNull().Optional.ShouldBeTrue();
        var bridge = load.Catalog.FindRelationship("joined").ShouldNotBeNull();
        (bridge.Cardinality, bridge.SplitAllocation, bridge.LeadsToMany, bridge.Unsupported).ShouldBe((BridgeCardinality.ManyToMany, true, true, null));
        bridge.Bridge.ShouldNotBeNull().Links.Name.ShouldBe("members");
        new ToOneReach(load.Catalog.Relationships).Reaches(load.Catalog.FindDataset("pupils")!, load.Catalog.FindDataset("clubs")!).ShouldBeFalse();
    }

    [Fact]
    public void A_term_may_stand_for_a_whole_question()
    {
        var load = CatalogExamples.Load(CatalogExamples.With("- {term: place, field: depots.town}", "- {term: overview, query: {measures: [{metric: charges}]}}"));

        load.Issues.ShouldBeEmpty();
        load.Catalog.Models[0].Glossary[1].ShouldBeOfType<QueryTerm>().Query.Measures.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_field_without_a_datatype_is_a_time_when_its_dataset_goes_by_it()
    {
        var load = CatalogExamples.Load("semantic_model: [{name: a, datasets: [{name: d, source: d, default_time: at, fields: [{name: at}, {name: other}]}]}]");

        load.Catalog.FindField("d.at").ShouldNotBeNull().IsTime.ShouldBeTrue();
        load.Catalog.FindField("d.other").ShouldNotBeNull().IsTime.ShouldBeFalse();
    }
}
