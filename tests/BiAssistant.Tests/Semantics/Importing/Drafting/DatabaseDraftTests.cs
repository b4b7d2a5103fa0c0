using BiAssistant.Semantics.DataChecks;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Drafting;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics.Importing.Drafting;

/// <summary>What a draft makes of a schema and of what the data said, without any database.</summary>
public sealed class DatabaseDraftTests
{
    private static readonly DraftOptions Options = new("main", "main", SqlDialects.PostgreSql, SchemaScope.All);

    [Theory]
    [InlineData("amount", "numeric", "sum")]
    [InlineData("order_qty", "int", "sum")]
    [InlineData("unit_price", "numeric", "avg")]
    [InlineData("interest_rate", "numeric", "avg")]
    [InlineData("age", "int", "avg")]
    [InlineData("model_year", "int", "none")]
    [InlineData("zip_code", "int", "none")]
    [InlineData("latitude", "double", "none")]
    [InlineData("number_of_rooms", "int", null)]
    [InlineData("total_price", "numeric", "sum")]
    public void What_a_bare_mention_of_a_number_means_is_guessed_from_its_name(string column, string type, string? aggregate)
    {
        var text = Text(Table("things", [Column("id", SqlType.Integer), Column(column, TypeOf(type))], key: ["id"]));

        var field = text[text.IndexOf($"name: {column}\n", StringComparison.Ordinal)..];
        if (aggregate is null)
        {
            field.ShouldNotContain("default_aggregate");
        }
        else
        {
            field.ShouldContain($"default_aggregate: {aggregate}\n");
        }
    }

    [Fact]
    public void A_link_that_rows_disprove_is_dropped_and_told_and_one_that_nobody_could_ask_is_kept_and_told()
    {
        var schema = Schema(
            Table("customers", [Column("id", SqlType.Integer), Column("name", SqlType.Text)], key: ["id"]),
            Table("shops", [Column("id", SqlType.Integer)], key: ["id"]),
            Table("orders", [Column("id", SqlType.Integer), Column("customer_id", SqlType.Integer), Column("shop_id", SqlType.Integer)], key: ["id"]));

        var finished = Finish(schema, claim => claim is ParentClaim { Way.To.Name: "customers" } ? new ClaimAnswer(claim, new DataFinding(claim.Id, 100, 7, 2)) : new ClaimAnswer(claim, null, "there was no answer within 15 s"));

        Messages(finished).ShouldContain("orders.customer_id looks like a link to customers.id, but 5 of 100 rows find no row there. If they belong together all the same, add a relationship with 'optional: true'.");
        Messages(finished).ShouldContain("orders.shop_id leads to shops.id by its name alone: there was no answer within 15 s. 'check --against-data' proves it.");
        finished.Files[0].Text.ShouldNotContain("to: customers");
        finished.Files[0].Text.ShouldContain("to: shops");
    }

    [Fact]
    public void A_column_that_may_lead_to_two_tables_leads_to_none()
    {
        var schema = Schema(
            Table("crm_customer", [Column("customer_no", SqlType.Integer)], key: ["customer_no"]),
            Table("old_customer_list", [Column("customer_no", SqlType.Integer)], key: ["customer_no"]),
            Table("invoices", [Column("id", SqlType.Integer), Column("customer_no", SqlType.Integer)], key: ["id"]),
            Table("visits", [Column("id", SqlType.Integer), Column("crm_customer_no", SqlType.Integer)], key: ["id"]));

        var finished = Finish(schema, Holding);

        finished.Files[0].Text.ShouldContain("from: visits\n        to: crm_customer\n");
        finished.Files[0].Text.ShouldNotContain("from: invoices\n        to: old_customer_list");
    }

    [Fact]
    public void A_table_that_shares_its_key_with_another_is_one_to_one()
    {
        var schema = Schema(
            Table("orders", [Column("order_id", SqlType.Integer)], key: ["order_id"]),
            Table("order_notes", [Column("order_id", SqlType.Integer), Column("note", SqlType.Text)], key: ["order_id"]));

        var text = Finish(schema, Holding).Files[0].Text;

        text.ShouldContain("from: order_notes\n        to: orders\n");
        text.ShouldContain("one_to_one: true");
        text.ShouldNotContain("from: orders\n        to: order_notes");
    }

    [Fact]
    public void Parts_that_all_tables_begin_with_say_nothing_and_schemas_tell_tables_of_one_name_apart()
    {
        var schema = Schema(
            Table("erp_customer", [Column("id", SqlType.Integer)], key: ["id"]),
            Table("erp_order", [Column("id", SqlType.Integer)], key: ["id"]),
            Table("erp_item", [Column("id", SqlType.Integer)], key: ["id"]));
        Finish(schema, Holding).Files[0].Text.ShouldContain("en: Customers");

        var numbered = Schema(Table("area1", [Column("id", SqlType.Integer)], key: ["id"]), Table("area2", [Column("id", SqlType.Integer)], key: ["id"]), Table("area3", [Column("id", SqlType.Integer)], key: ["id"]));
        Finish(numbered, Holding).Files[0].Text.ShouldContain("en: Area 2");

        var two = Schema(Table("person", [Column("id", SqlType.Integer)], key: ["id"]), Table("person", [Column("id", SqlType.Integer)], key: ["id"], schema: "hr"));
        var text = Finish(two, Holding).Files[0].Text;
        text.ShouldContain("name: hr_person\n        source: hr.person\n");
        text.ShouldContain("en: HR people");
    }

    [Fact]
    public void A_person_is_called_by_both_names_and_not_by_a_job_title()
    {
        var text = Text(Table("Employee", [Column("EmployeeId", SqlType.Integer), Column("LastName", SqlType.Text), Column("FirstName", SqlType.Text), Column("Title", SqlType.Text)], key: ["EmployeeId"]));

        text.ShouldContain("name_field: full_name\n");
        text.ShouldContain("TRIM(COALESCE(FirstName, '') || ' ' || COALESCE(LastName, ''))");
        Text(Table("album", [Column("id", SqlType.Integer), Column("title", SqlType.Text)], key: ["id"])).ShouldContain("name_field: title\n");
    }

    [Fact]
    public void Rows_without_a_time_are_of_the_time_of_their_event_and_not_of_the_beginning_of_a_thing()
    {
        var text = Finish(
            Schema(
                Table("shops", [Filled("shop_id", SqlType.Integer), Column("opened_on", SqlType.Date)], key: ["shop_id"]),
                Table("sales", [Filled("sale_id", SqlType.Integer), Column("sold_on", SqlType.Date)], key: ["sale_id"]),
                Table("awards", [Filled("award_id", SqlType.Integer), Filled("shop_id", SqlType.Integer)], key: ["award_id"]),
                Table("baskets", [Filled("basket_id", SqlType.Integer), Filled("sale_id", SqlType.Integer), Filled("shop_id", SqlType.Integer)], key: ["basket_id"])),
            Holding).Files[0].Text;

        text.ShouldContain("default_time: sales.sold_on\n");
        text.ShouldNotContain("default_time: shops.opened_on");
    }

    [Fact]
    public void Views_are_left_out_beside_tables_and_drafted_where_there_is_nothing_else()
    {
        var view = Table("v_sales", [Column("day", SqlType.Date), Column("amount", TypeOf("numeric"))], key: []) with { Kind = TableKind.View };

        Finish(Schema(view), Holding).Files[0].Text.ShouldContain("source: v_sales");
        Finish(Schema(view, Table("sales", [Column("id", SqlType.Integer)], key: ["id"])), Holding).Files[0].Text.ShouldNotContain("v_sales");
    }

    [Fact]
    public void An_ambiguous_short_form_is_left_as_it_is_and_told() =>
        Messages(Finish(Schema(Table("inv_lines", [Column("id", SqlType.Integer), Column("inv_no", SqlType.Integer)], key: ["id"])), Holding))
            .ShouldContain("'inv' may be invoice or inventory and is left as it is in inv_lines, inv_lines.inv_no: a 'label' says what is meant.");

    [Fact]
    public void What_may_be_personal_is_sensitive_and_a_secret_is_hidden()
    {
        var text = Text(Table("users", [Column("id", SqlType.Integer), Column("email", SqlType.Text), Column("password_hash", SqlType.Text), Column("memo", SqlType.Text, "주민번호 포함"), Column("email_count", SqlType.Integer)], key: ["id"]));

        text.ShouldContain("name: email\n            expression: email\n            datatype: String\n            label:\n              en: Email\n            sensitive: true\n");
        text.ShouldContain("name: password_hash\n            expression: password_hash\n            datatype: String\n            hidden: true\n            sensitive: true\n");
        text.Split("sensitive: true").Length.ShouldBe(4);
    }

    [Fact]
    public void The_same_schema_gives_the_same_draft_byte_by_byte_whatever_the_answers_order()
    {
        var schema = Schema(
            Table("customers", [Column("id", SqlType.Integer)], key: ["id"]),
            Table("orders", [Column("id", SqlType.Integer), Column("customer_id", SqlType.Integer), Column("parent_id", SqlType.Integer)], key: ["id"]));

        var draft = new DatabaseDraft(schema, Options);
        var answers = Answers(draft, Holding);

        draft.Finish(SchemaProfile.Empty, answers).ShouldBe(new DatabaseDraft(schema, Options).Finish(SchemaProfile.Empty, answers.Reverse().ToSeq()));
    }

    private static ClaimAnswer Holding(DataClaim claim) => new(claim, new DataFinding(claim.Id, 100, 0));

    private static IEnumerable<string> Messages(ImportDraft draft) => draft.Remarks.Select(r => r.Message);

    private static string Text(TableSchema table) => Finish(Schema(table), Holding).Files[0].Text;

    private static ImportDraft Finish(DatabaseSchema schema, Func<DataClaim, ClaimAnswer> answer)
    {
        var draft = new DatabaseDraft(schema, Options);
        var finished = draft.Finish(SchemaProfile.Empty, Answers(draft, answer));
        CatalogLoader.Load(finished.Files.Select(f => new CatalogText(f.Path, f.Text))).Issues.Where(i => i.Severity != IssueSeverity.Note).ShouldBeEmpty();
        return finished;
    }

    private static Seq<ClaimAnswer> Answers(DatabaseDraft draft, Func<DataClaim, ClaimAnswer> answer)
    {
        var candidate = CatalogLoader.Load([draft.Candidate(SchemaProfile.Empty)]);
        candidate.HasErrors.ShouldBeFalse(string.Join('\n', candidate.Issues));
        return new DataClaims(candidate.Catalog, new DateTime(2024, 12, 31)).All.Where(draft.IsInDoubt).Select(answer).ToSeq();
    }

    private static DatabaseSchema Schema(params TableSchema[] tables) => new(tables.ToSeq());

    private static TableSchema Table(string name, Seq<ColumnSchema> columns, Seq<string> key, string? schema = null) =>
        new(schema is null ? [name] : [schema, name], TableKind.Table, columns, key, [], []) { Schema = schema ?? "public" };

    private static ColumnSchema Column(string name, SqlType type, string? comment = null) => new(name, type, type.Kind.ToString(), Nullable: true, comment);

    private static ColumnSchema Filled(string name, SqlType type) => Column(name, type) with { Nullable = false };

    private static SqlType TypeOf(string type) => type switch
    {
        "int" => SqlType.Integer,
        "double" => SqlType.Double,
        _ => SqlType.Decimal(12, 2),
    };
}
