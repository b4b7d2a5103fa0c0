using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics.Ways;

/// <summary>A row of a kind is a row of what it is a kind of: what is said there holds here.</summary>
public sealed class SubtypeTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public Task Rows_that_the_supertype_never_shows_are_no_rows_of_its_kinds() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"patients"}]}""",
        "SELECT COUNT(*) FROM patients p JOIN persons x ON x.person_id = p.patient_id WHERE x.erased = 0");

    [Fact]
    public Task A_kind_told_by_a_filter_counts_the_rows_that_meet_it() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"doctors"},{"count":"nurses"},{"count":"staff"}]}""",
        "SELECT COUNT(*) FILTER (job = 'D'), COUNT(*) FILTER (job = 'N'), COUNT(*) FROM staff");

    [Fact]
    public void A_kind_told_by_a_filter_alone_needs_no_join_to_what_it_is()
    {
        var source = Clinic.Bound("""{"measures":[{"aggregate":"sum","field":"doctors.wage"}]}""").Sources.ShouldHaveSingleItem();
        source.Joins.Root.Name.ShouldBe("doctors");
        source.Joins.Steps.Select(s => s.Alias).ShouldBe(["persons"]);
    }

    [Fact]
    public Task An_inherited_field_is_computed_at_the_supertype() => clinic.ShouldGiveAsync(
        """{"measures":[{"aggregate":"average","field":"patients.age"},{"metric":"oldest_nurse"}]}""",
        """
        SELECT (SELECT AVG(2024 - x.born) FROM patients p JOIN persons x ON x.person_id = p.patient_id WHERE x.erased = 0),
               (SELECT MAX(2024 - x.born) FROM staff s JOIN persons x ON x.person_id = s.person_id WHERE s.job = 'N')
        """);

    [Fact]
    public Task A_metric_may_be_rooted_at_a_kind_and_grouped_by_inherited_fields() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"doctor_payroll"}],"group_by":[{"field":"doctors.full_name"}]}""",
        "SELECT x.full_name, s.staff_no, SUM(s.wage) FROM staff s JOIN persons x ON x.person_id = s.person_id WHERE s.job = 'D' AND x.erased = 0 GROUP BY 1, 2");

    [Fact]
    public Task The_supertypes_field_groups_and_filters_a_kind() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"patients"}],"group_by":[{"field":"persons.born"}],"where":{"field":"persons.age","operator":"<","value":40}}""",
        "SELECT x.born, COUNT(*) FROM patients p JOIN persons x ON x.person_id = p.patient_id WHERE x.erased = 0 AND 2024 - x.born < 40 GROUP BY 1");

    [Fact]
    public Task Relationships_are_inherited() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"patients"}],"group_by":[{"field":"cities.country"}]}""",
        """
        SELECT c.country, COUNT(*) FROM patients p JOIN persons x ON x.person_id = p.patient_id AND x.erased = 0
        JOIN addresses a ON a.address_id = x.address_id JOIN cities c ON c.city_id = a.city_id GROUP BY 1
        """);

    [Fact]
    public Task A_relationship_of_its_own_stands_in_for_the_inherited_one_of_that_name() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"doctors"}],"group_by":[{"field":"cities.city_name"}]}""",
        """
        SELECT c.city_name, c.city_id, COUNT(*) FROM staff s JOIN addresses a ON a.address_id = s.address_id JOIN cities c ON c.city_id = a.city_id
        WHERE s.job = 'D' GROUP BY 1, 2
        """);

    [Fact]
    public Task What_is_inherited_goes_by_the_supertypes_relationships() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"doctors"}],"group_by":[{"field":"doctors.lives_in"}]}""",
        """
        SELECT c.city_name, COUNT(*) FROM staff s JOIN persons x ON x.person_id = s.person_id JOIN addresses a ON a.address_id = x.address_id
        JOIN cities c ON c.city_id = a.city_id WHERE s.job = 'D' GROUP BY 1
        """);

    [Fact]
    public Task The_supertype_keeps_its_own_relationship_where_a_kind_has_another() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"persons"}],"group_by":[{"field":"cities.country"}]}""",
        """
        SELECT c.country, COUNT(*) FROM persons x JOIN addresses a ON a.address_id = x.address_id JOIN cities c ON c.city_id = a.city_id
        WHERE x.erased = 0 GROUP BY 1
        """);

    [Fact]
    public Task A_field_of_one_kind_is_empty_for_rows_of_another() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"persons"}],"group_by":[{"field":"patients.blood"}]}""",
        "SELECT p.blood, COUNT(*) FROM persons x LEFT JOIN patients p ON p.patient_id = x.person_id WHERE x.erased = 0 GROUP BY 1");

    [Fact]
    public Task A_question_about_all_may_be_narrowed_by_a_field_of_one_kind() => clinic.ShouldGiveAsync(
        """{"measures":[{"aggregate":"average","field":"persons.age"}],"where":{"field":"doctors.specialty","in":["skin","heart"]}}""",
        "SELECT AVG(2024 - x.born) FROM persons x JOIN staff s ON s.person_id = x.person_id WHERE x.erased = 0 AND s.job = 'D'");

    [Fact]
    public Task Asking_for_the_kind_is_allowed_at_the_supertype_and_what_asks_is_inherited() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"nurses"}],"group_by":[{"field":"nurses.pay_or_blood"}]}""",
        "SELECT 'N', COUNT(*) FROM staff WHERE job = 'N'");

    [Fact]
    public void No_way_leads_up_and_down_again_to_another_kind()
    {
        var issue = Clinic.Refused("""{"measures":[{"count":"patients"}],"group_by":[{"field":"staff.job"}]}""");
        (issue.Code, issue.Message).ShouldBe(("no_join_path", "Patients and employees are different kinds of people, and no row is both; ask for one of them, or for people."));
        Clinic.Refused("""{"measures":[{"count":"nurses"}],"group_by":[{"field":"doctors.specialty"}]}""", language: "ko").Message
            .ShouldBe("간호사와(과) 의사은(는) 직원의 서로 다른 종류라서 한 행이 둘 다일 수 없습니다. 둘 중 하나를, 아니면 직원을(를) 물어봐 주세요.");
    }

    [Fact]
    public Task A_kinds_own_expression_may_use_what_it_inherits() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"patients"}],"where":{"field":"patients.senior","in":[true]}}""",
        "SELECT COUNT(*) FROM patients p JOIN persons x ON x.person_id = p.patient_id WHERE x.erased = 0 AND 2024 - x.born > 30");

    [Fact]
    public Task A_kind_goes_by_the_supertypes_clock() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"nurses"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""",
        "SELECT COUNT(*) FROM staff WHERE job = 'N' AND hired_on >= '2024-01-01' AND hired_on < '2025-01-01'");

    [Fact]
    public Task A_kind_goes_by_the_supertypes_day_in_one_of_its_roles() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"first_visits"}],"period":{"from":"2024-02-01","to":"2025-01-01"}}""",
        "SELECT COUNT(*) FROM visits WHERE fee > 50 AND booked_on >= '2024-02-01'",
        Clinic.Load(Clinic.Text.Replace("default_time: visited_on", "default_time: booking_day.day", StringComparison.Ordinal)
            .Replace("      - name: plans\n", "      - {name: first_visits, subtype_of: visits, filter: fee > 50}\n      - name: plans\n", StringComparison.Ordinal)));

    [Fact]
    public void What_people_call_rows_and_what_a_row_is_are_inherited()
    {
        var nurses = Clinic.Catalog.FindDataset("nurses").ShouldNotBeNull();
        nurses.NameField.ShouldBe(nurses.FindField("full_name"));
        nurses.DefaultTime.ShouldBe(nurses.FindField("hired_on"));
        nurses.PrimaryKey.ShouldBe(["staff_no"]);
        nurses.FindField("age").ShouldNotBeNull().InheritedFrom.ShouldBe(Clinic.Catalog.FindField("staff.age"));
    }

    [Fact]
    public void Row_rules_of_the_supertype_limit_every_kind()
    {
        var catalog = Clinic.Load(Rules);
        var limits = Clinic.Bound("""{"measures":[{"count":"vans"}]}""", catalog, "desk").Sources[0].Filters;
        limits.ShouldBe([
            new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn("vans", "kind"), new SqlText("V")),
            new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn("vans", "region"), new SqlText("N")),
        ]);
        Clinic.Refused("""{"measures":[{"count":"vans"}]}""", catalog).Code.ShouldBe("not_allowed");
        Clinic.Refused("""{"measures":[{"count":"loads"}],"group_by":[{"field":"trucks.axles"}]}""", catalog).Code.ShouldBe("not_allowed");
    }

    [Fact]
    public void Where_a_row_may_lack_a_kind_the_rules_above_are_joined_before_it_is()
    {
        var step = Clinic.Bound("""{"measures":[{"count":"loads"}],"group_by":[{"field":"trucks.axles"}]}""", Clinic.Load(Rules), "desk").Sources[0].Joins.Steps.ShouldHaveSingleItem();
        step.KeepUnmatched.ShouldBeTrue();
        step.Within.Select(s => (s.Alias, s.KeepUnmatched)).ShouldBe([("vehicles", false)]);
    }

    private const string Rules = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: depot
            datasets:
              - name: vehicles
                source: vehicles
                primary_key: [id]
                access: [desk, chief]
                row_access: [{role: desk, filter: region = 'N'}, {role: chief, filter: 1 = 1}]
                fields: [{name: region, datatype: String}]
              - {name: trucks, source: trucks, primary_key: [id], subtype_of: vehicles, fields: [{name: axles, datatype: Integer}]}
              - {name: vans, subtype_of: vehicles, filter: kind = 'V'}
              - {name: loads, source: loads, primary_key: [id]}
            relationships:
              - {name: load_truck, from: loads, to: trucks, from_columns: [truck_id], to_columns: [id], optional: true}
        """;
}
