namespace BiAssistant.Tests.Semantics.Ways;

/// <summary>Ways that never multiply rows: back along a one-to-one, around to the own table, over keys of two columns, over one of a group of which exactly one applies.</summary>
public sealed class WayTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public Task A_one_to_one_is_walked_both_ways_and_back_as_an_outer_join() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"staff"}],"group_by":[{"field":"badges.colour"}]}""",
        "SELECT b.colour, COUNT(*) FROM staff s LEFT JOIN badges b ON b.staff_no = s.staff_no GROUP BY 1");

    [Fact]
    public Task Along_its_direction_a_one_to_one_is_a_plain_join() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"badges"}],"group_by":[{"field":"nurses.full_name"}]}""",
        """
        SELECT x.full_name, s.staff_no, COUNT(*) FROM badges b LEFT JOIN staff s ON s.staff_no = b.staff_no AND s.job = 'N'
        LEFT JOIN persons x ON x.person_id = s.person_id GROUP BY 1, 2
        """);

    [Fact]
    public Task A_required_one_to_one_back_is_an_inner_join() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"staff"}],"group_by":[{"field":"badges.colour"}]}""",
        "SELECT b.colour, COUNT(*) FROM staff s JOIN badges b ON b.staff_no = s.staff_no GROUP BY 1",
        Clinic.With("from: badges, to: staff,", "from: badges, to: staff, required: true,"));

    [Fact]
    public Task A_relationship_to_its_own_table_is_walked_where_it_is_named() => clinic.ShouldGiveAsync(
        """{"measures":[{"count":"staff"}],"group_by":[{"field":"staff.full_name","via":"boss"}]}""",
        """
        SELECT x.full_name, b.staff_no, COUNT(*) FROM staff s LEFT JOIN staff b ON b.staff_no = s.boss_no LEFT JOIN persons x ON x.person_id = b.person_id GROUP BY 1, 2
        """);

    [Fact]
    public Task A_field_may_go_by_the_own_table_too() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"payroll"}],"group_by":[{"field":"staff.boss_name"}]}""",
        "SELECT x.full_name, SUM(s.wage) FROM staff s LEFT JOIN staff b ON b.staff_no = s.boss_no LEFT JOIN persons x ON x.person_id = b.person_id GROUP BY 1");

    [Fact]
    public Task Keys_of_two_columns_pair_both() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"fees"}],"group_by":[{"field":"clinics.clinic_name"}]}""",
        "SELECT c.clinic_name, c.clinic_id, c.region, SUM(v.fee) FROM visits v JOIN clinics c ON c.clinic_id = v.clinic_id AND c.region = v.region GROUP BY 1, 2, 3");

    [Fact]
    public Task Rows_without_a_parent_stay_where_the_way_is_optional() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"fees"}],"group_by":[{"field":"doctors.specialty","via":"referred_by"}]}""",
        "SELECT s.specialty, SUM(v.fee) FROM visits v LEFT JOIN staff s ON s.staff_no = v.referrer_no GROUP BY 1");

    [Fact]
    public Task One_table_may_be_joined_in_two_roles_at_once() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"fees"}],"group_by":[{"field":"doctors.specialty","via":"treated_by"},{"field":"days.season","via":"visit_day"},{"field":"days.season","via":"booking_day"}]}""",
        """
        SELECT b.season, w.season, s.specialty, SUM(v.fee) FROM visits v JOIN days b ON b.day = v.booked_on JOIN days w ON w.day = v.visited_on
        JOIN staff s ON s.staff_no = v.doctor_no GROUP BY 1, 2, 3
        """);

    [Fact]
    public Task Two_ways_on_a_hop_in_the_middle_are_told_apart_by_its_name() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"fees"}],"group_by":[{"field":"cities.country","via":"treated_by"}]}""",
        """
        SELECT c.country, SUM(v.fee) FROM visits v JOIN staff s ON s.staff_no = v.doctor_no JOIN addresses a ON a.address_id = s.address_id
        JOIN cities c ON c.city_id = a.city_id GROUP BY 1
        """);

    [Fact]
    public Task Of_a_group_the_one_way_that_applies_to_a_row_gives_its_value() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"paid"}],"group_by":[{"field":"patients.blood"}]}""",
        """
        SELECT p.blood, SUM(y.amount) FROM payments y LEFT JOIN visits v ON v.visit_id = y.visit_id LEFT JOIN plans n ON n.plan_id = y.plan_id
        LEFT JOIN patients p ON p.patient_id = COALESCE(v.patient_id, n.patient_id) GROUP BY 1
        """);

    [Fact]
    public Task Of_a_group_the_one_way_that_applies_to_a_row_meets_the_condition() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"paid"}],"where":{"field":"patients.age","operator":">=","value":30},"group_by":[{"field":"patients.full_name"}]}""",
        """
        SELECT x.full_name, x.person_id, SUM(y.amount) FROM payments y LEFT JOIN visits v ON v.visit_id = y.visit_id LEFT JOIN plans n ON n.plan_id = y.plan_id
        JOIN persons x ON x.person_id = COALESCE(v.patient_id, n.patient_id) WHERE 2024 - x.born >= 30 GROUP BY 1, 2
        """);

    [Fact]
    public void One_way_of_a_group_may_be_named() =>
        Clinic.Ways("""{"measures":[{"metric":"paid"}],"group_by":[{"field":"patients.blood","via":"pays_plan"}]}""").ShouldBe(["pays_plan", "plan_patient"]);

    [Fact]
    public void A_way_may_take_several_names() =>
        Clinic.Ways("""{"measures":[{"metric":"fees"}],"group_by":[{"field":"staff.wage","via":"referred_by/boss"}]}""").ShouldBe(["referred_by", "boss"]);

    [Fact]
    public void Of_several_ways_the_preferred_one_is_taken_and_a_named_one_before_it()
    {
        var catalog = Clinic.With("optional: true, role: {singular: {en: referring doctor", "optional: true, preferred: true, role: {singular: {en: referring doctor");
        Clinic.Ways("""{"measures":[{"metric":"fees"}],"group_by":[{"field":"doctors.specialty"}]}""", catalog).First().ShouldBe("referred_by");
        Clinic.Ways("""{"measures":[{"metric":"fees"}],"group_by":[{"field":"doctors.specialty","via":"treated_by"}]}""", catalog).First().ShouldBe("treated_by");
    }

    [Fact]
    public void A_preference_decides_where_it_is_not_the_first_step_too()
    {
        var catalog = Clinic.With("{name: head, from: clinics, to: doctors,", "{name: head, preferred: true, from: clinics, to: doctors,");
        Clinic.Ways("""{"measures":[{"metric":"fees"}],"group_by":[{"field":"doctors.specialty"}]}""", catalog).ShouldBe(["visit_clinic", "head", "staff_person"]);
    }

    [Fact]
    public void A_preferred_step_beats_a_way_round_it_that_begins_with_a_preference_of_its_own()
    {
        var catalog = Clinic.Load(new[] { "treated_by", "visit_clinic" }.Aggregate(Clinic.Text, (text, way) => text.Replace($"{{name: {way}, from: visits,", $"{{name: {way}, preferred: true, from: visits,", StringComparison.Ordinal)));
        Clinic.Ways("""{"measures":[{"metric":"fees"}],"group_by":[{"field":"doctors.specialty"}]}""", catalog).First().ShouldBe("treated_by");
        Clinic.Ways("""{"measures":[{"metric":"fees"}],"group_by":[{"field":"clinics.clinic_name"}]}""", catalog).ShouldBe(["visit_clinic"]);
    }

    [Fact]
    public Task A_dataset_may_go_by_a_day_in_one_of_its_roles() => clinic.ShouldGiveAsync(
        """{"measures":[{"metric":"fees"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""",
        """
        SELECT CAST(DATE_TRUNC('month', v.booked_on) AS DATE), SUM(v.fee) FROM visits v WHERE v.booked_on >= '2024-01-01' GROUP BY 1
        """,
        Clinic.With("default_time: visited_on", "default_time: booking_day.day"));

    [Fact]
    public void Two_relationships_over_the_same_columns_are_one_way()
    {
        var catalog = Clinic.With("- {name: boss,", "- {name: same_clinic, from: visits, to: clinics, from_columns: [clinic_id, region], to_columns: [clinic_id, region]}\n      - {name: boss,");
        Clinic.Ways("""{"measures":[{"metric":"fees"}],"group_by":[{"field":"clinics.clinic_name"}]}""", catalog).Count().ShouldBe(1);
    }
}
