using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics.Loading;

public sealed class FreightCatalogTests
{
    private readonly BiAssistant.Semantics.Loading.CatalogLoad _load = CatalogExamples.Load(CatalogExamples.Freight);

    [Fact]
    public void A_catalog_of_another_trade_loads_without_an_issue() => _load.Issues.ShouldBeEmpty();

    [Fact]
    public void The_model_knows_its_warehouse_zone_and_year()
    {
        var model = _load.Catalog.Models.ShouldHaveSingleItem();

        model.Warehouse.ShouldBe("haulage");
        model.TimeZone.ShouldBe("Europe/Amsterdam");
        model.Calendar.ShouldBe(new BusinessCalendar { FiscalYearStartMonth = 4, FiscalYearNamedBy = FiscalYearName.Start, WeekStart = DayOfWeek.Sunday });
        model.Label.In("nl").ShouldBe("Vracht");
    }

    [Fact]
    public void A_field_without_an_expression_is_the_column_of_its_name()
    {
        Field("depots.town").Expression.ShouldBe(new SqlColumn(null, "town"));
        Field("depots.town").Type.ShouldBe(new SqlType(SqlTypeKind.Text, 40));
        Field("depots.town").Parent.ShouldBe(Field("depots.country"));
        Field("trips.freight_charge").Type.ShouldBe(SqlType.Decimal(12, 2));
    }

    [Fact]
    public void A_field_may_be_computed_from_another_dataset_along_a_named_way() =>
        Field("trips.origin").Expression.ShouldBe(new SqlColumn("loaded_at", "town"));

    [Fact]
    public void What_is_computed_from_a_sensitive_column_is_sensitive_for_the_same_roles()
    {
        Field("drivers.initials").Sensitive.ShouldBeTrue();
        Field("drivers.initials").Access.ShouldBe(["personnel"]);
        Field("drivers.home_country").Sensitive.ShouldBeFalse();
    }

    [Fact]
    public void Default_time_by_grain_falls_back_on_the_finest()
    {
        var trips = Dataset("trips");

        trips.DefaultTime.ShouldBe(Field("trips.left_at"));
        trips.TimeByGrain[TimeGrain.FiscalYear].ShouldBe(Field("trips.book_year"));
        Field("trips.book_year").Grain.ShouldBe(TimeGrain.FiscalYear);
    }

    [Fact]
    public void Rows_rules_checks_and_freshness_are_read()
    {
        Dataset("drivers").RowAccess.ShouldBe(
            [new RowRule("foreman", new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn("drivers", "home_country"), new SqlColumn("user", "country")))]);
        Dataset("trips").Freshness.ShouldBe(new Freshness(Field("trips.left_at"), TimeSpan.FromHours(24), TimeSpan.FromDays(3)));
        Dataset("trips").Checks.Count.ShouldBe(5);
        Dataset("trips").Checks[3].ShouldBe(new RangeCheck("distance", new SqlNumber(0), new SqlNumber(5000)));
        Dataset("trips").Filter.ShouldBe(new SqlUnary(SqlUnaryOperator.Not, new SqlColumn(null, "is_test")));
    }

    [Fact]
    public void Coded_values_are_typed_as_the_field_is()
    {
        var driven = Field("trips.state").Values[1];

        driven.Value.ShouldBe(new SqlText("D"));
        driven.Label.In("nl").ShouldBe("driven");
        driven.Synonyms.AllIn("en").ShouldBe(["done", "completed"]);
    }

    [Fact]
    public void A_role_is_a_text_or_a_singular_and_a_plural()
    {
        Relationship("loaded_at").Role.ShouldNotBeNull().Plural.In("en").ShouldBe("origin depots");
        Relationship("unloaded_at").Role.ShouldNotBeNull().Singular.In("en").ShouldBe("destination depot");
        Relationship("trip_driver").Optional.ShouldBeTrue();
    }

    [Fact]
    public void Terms_stand_for_filters_fields_metrics_and_periods()
    {
        var glossary = _load.Catalog.Models[0].Glossary;

        glossary[0].ShouldBeOfType<FilterTerm>().Filter.ShouldBe(new SqlBinary(SqlBinaryOperator.Greater, new SqlColumn("trips", "distance"), new SqlNumber(500)));
        glossary[1].ShouldBeOfType<FieldTerm>().Field.ShouldBe(Field("depots.town"));
        glossary[2].ShouldBeOfType<MetricsTerm>().Metrics.ShouldBe(["charges", "trips_made"]);
        glossary[3].ShouldBeOfType<PeriodTerm>().From.ShouldBe("now - 30 days");
    }

    [Fact]
    public void Units_are_inferred_from_what_is_summed_and_counted()
    {
        Metric("charges").Unit.In("en").ShouldBe("EUR");
        Metric("trips_made").Unit.In("en").ShouldBe("trips");
        Metric("margin").Unit.In("en").ShouldBe("EUR");
        Metric("charge_per_trip").Unit.In("en").ShouldBe("EUR");
    }

    private Dataset Dataset(string name) => _load.Catalog.FindDataset(name).ShouldNotBeNull();

    private Field Field(string name) => _load.Catalog.FindField(name).ShouldNotBeNull();

    private Metric Metric(string name) => _load.Catalog.FindMetric(name).ShouldNotBeNull();

    private Relationship Relationship(string name) => _load.Catalog.FindRelationship(name).ShouldNotBeNull();
}
