using static BiAssistant.Tests.Semantics.Importing.Merging.MergeCase;

namespace BiAssistant.Tests.Semantics.Importing.Merging;

public sealed class ImportMergeTests
{
    [Fact]
    public void A_first_import_writes_the_draft_to_the_letter()
    {
        var merged = Merge([], [], [(Shop, Draft)]);

        merged.After().ShouldBe(Draft);
        merged.First().ShouldBeEmpty();
    }

    [Fact]
    public void The_same_draft_again_changes_nothing_whatever_a_person_has_done()
    {
        var edited = Draft.With("label: Amount", "label: 'Turnover' # ours").With("- name: day", "# the day\n          - name: day");

        var merged = Merge(edited, Draft, Draft);

        merged.After().ShouldBe(edited);
        merged.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void An_unedited_file_becomes_the_new_draft_to_the_letter()
    {
        var fresh = Draft.With("label: Amount", "label: Net amount").With("          - name: day\n            datatype: Date\n", "          - name: day\n            datatype: Date\n            label: Day\n");

        Merge(Draft, Draft, fresh).After().ShouldBe(fresh);
    }

    [Fact]
    public void What_the_source_changed_is_taken_beside_what_a_person_changed()
    {
        var edited = Draft.With("label: Amount\n", "label: Turnover   # as finance says\n");
        var fresh = Draft.With("datatype: String", "datatype: String\n            label: Town").With("synonyms: [sales, purchases]", "synonyms: [sales, deals]");

        Merge(edited, Draft, fresh).After().ShouldBe(edited.With("datatype: String", "datatype: String\n            label: Town").With("[sales, purchases]", "[sales, deals]"));
    }

    [Theory]
    [InlineData("          # none of theirs\n")]
    [InlineData("")]
    public void What_is_new_stands_under_a_key_whose_last_item_a_person_took_out(string left)
    {
        const string Fields = "          - name: id\n            datatype: Integer\n";
        const string Last = "semantic_model:\n  - name: shop\n    warehouse: main\n    datasets:\n      - name: days\n        source: days\n        fields:\n" + Fields;
        const string New = "          - name: day\n            datatype: Date\n";
        const string Next = "      - name: towns\n        source: towns\n        fields:\n          - name: town\n            datatype: String\n";

        var merged = Merge(Last.Replace(Fields, left, StringComparison.Ordinal) + Next, Last + Next, Last + New + Next);

        merged.After().ShouldBe(Last.Replace(Fields, New + left, StringComparison.Ordinal) + Next, string.Join("\n", merged.First()));
    }

    [Fact]
    public void Where_both_changed_the_persons_stays_and_both_are_named()
    {
        var edited = Draft.With("label: Amount", "label: Turnover");

        var merged = Merge(edited, Draft, Draft.With("label: Amount", "label: Net amount"));

        merged.After().ShouldBe(edited);
        merged.First().ShouldBe(["The label of the field 'amount' of the dataset 'shop.orders': the source now says 'Net amount'; you have 'Turnover', which is kept."]);
    }

    [Fact]
    public void Both_changed_alike_is_nothing_to_speak_of()
    {
        var edited = Draft.With("label: Amount", "label: \"Net amount\"");

        var merged = Merge(edited, Draft, Draft.With("label: Amount", "label: Net amount"));

        merged.After().ShouldBe(edited);
        merged.First().ShouldBeEmpty();
    }

    [Fact]
    public void A_new_field_stands_after_its_neighbour()
    {
        var edited = Draft.With("label: Amount", "label: Turnover");
        const string Added = "          - name: tax\n            datatype: Decimal\n";
        var fresh = Draft.With("          - name: day\n", Added + "          - name: day\n");

        Merge(edited, Draft, fresh).After().ShouldBe(edited.With("          - name: day\n", Added + "          - name: day\n"));
    }

    [Fact]
    public void A_new_dataset_and_its_relationship_stand_in_their_lists()
    {
        var edited = Draft.With("label: Amount", "label: Turnover");
        var fresh = Draft
            .With("    relationships:\n", "      - name: shops\n        source: shops\n        primary_key: [id]\n        fields:\n          - name: id\n            datatype: Integer\n    relationships:\n")
            .With("    metrics:\n", "      - name: shop_of\n        from: orders\n        to: shops\n        from_columns: [shop_id]\n        to_columns: [id]\n    metrics:\n");

        var merged = Merge(edited, Draft, fresh);

        merged.After().ShouldBe(fresh.With("label: Amount", "label: Turnover"));
        merged.Remarks.Select(r => r.Message).ShouldBe(["New: the dataset shop.shops.", "New: the relationship shop.shop_of."]);
    }

    [Fact]
    public void What_a_person_added_is_kept()
    {
        var edited = Draft.With("label: Amount", "label: Amount\n            unit: EUR").With("    metrics:\n", "    metrics:\n      - name: orders_placed\n        expression: COUNT(*)\n        dataset: orders\n");

        Merge(edited, Draft, Draft.With("datatype: String", "datatype: String\n            label: Town")).After()
            .ShouldBe(edited.With("datatype: String", "datatype: String\n            label: Town"));
    }

    [Fact]
    public void What_a_person_deleted_stays_deleted_and_is_spoken_of_only_when_it_changed()
    {
        const string Day = "          - name: customer_id\n            datatype: Integer\n";
        var edited = Draft.With(Day, "");

        var quiet = Merge(edited, Draft, Draft.With("label: Amount", "label: Net"));
        var said = Merge(edited, Draft, Draft.With(Day, Day.With("Integer", "String")));

        quiet.After().ShouldBe(edited.With("label: Amount", "label: Net"));
        quiet.First().ShouldBeEmpty();
        said.After().ShouldBe(edited);
        said.First().ShouldHaveSingleItem().ShouldBe("The field 'customer_id' of the dataset 'shop.orders' has changed in the source since you deleted it; it stays deleted.");
    }

    [Fact]
    public void What_the_source_no_longer_has_goes_when_nobody_edited_it()
    {
        const string City = "          - name: city\n            datatype: String\n";
        var edited = Draft.With("label: Amount", "label: Turnover");

        Merge(edited, Draft, Draft.With(City, "")).After().ShouldBe(edited.With(City, ""));
    }

    [Fact]
    public void What_the_source_no_longer_has_stays_when_a_person_edited_it()
    {
        const string City = "          - name: city\n            datatype: String\n";
        var edited = Draft.With("datatype: String", "datatype: String\n            # where they live\n            label: Town");

        var merged = Merge(edited, Draft, Draft.With(City, ""));

        merged.After().ShouldBe(edited);
        merged.First().ShouldBe(["The field 'city' of the dataset 'shop.customers' is no longer in the source; it is kept, because you have edited it."]);
    }

    [Fact]
    public void A_comment_of_a_person_is_an_edit_too()
    {
        const string City = "          - name: city\n            datatype: String\n";
        var edited = Draft.With("datatype: String", "datatype: String # never empty");

        var merged = Merge(edited, Draft, Draft.With(City, ""));

        merged.After().ShouldBe(edited);
        merged.First().ShouldHaveSingleItem().ShouldContain("you have edited it");
    }

    [Fact]
    public void What_something_else_still_needs_is_kept_and_who_needs_it_is_said()
    {
        const string City = "          - name: city\n            datatype: String\n";
        const string Metric = "metric: {name: towns, expression: COUNT(DISTINCT customers.city)}\n";

        var merged = Merge(Draft, Draft, Draft.With(City, ""), ("metrics/towns.yml", Metric));

        merged.After().ShouldBe(Draft);
        var said = merged.First().ShouldHaveSingleItem();
        said.ShouldStartWith("The field 'city' of the dataset 'shop.customers' is no longer in the source; it is kept:");
        said.ShouldContain("metrics/towns.yml:1");
    }

    [Fact]
    public void What_is_new_and_does_not_fit_is_left_out_and_tried_again_the_next_time()
    {
        var edited = Draft.With("- name: customers\n", "- name: clients\n").With("to: customers", "to: clients");
        var fresh = Draft.With("    metrics:\n", "      - name: payer\n        from: orders\n        to: customers\n        from_columns: [payer_id]\n        to_columns: [id]\n    metrics:\n");

        var merged = Merge(edited, Draft, fresh);

        merged.After().ShouldBe(edited);
        merged.First().ShouldHaveSingleItem().ShouldStartWith("The relationship 'shop.payer' is new in the source and was left out: ");
        merged.LeftOut.ShouldBe(["+relationship shop.payer"]);

        var repaired = Merge([(Shop, Draft)], [(Shop, fresh)], [(Shop, fresh)], [.. merged.LeftOut]);
        repaired.After().ShouldBe(fresh);
        repaired.LeftOut.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_was_moved_is_changed_where_it_is_now()
    {
        var fresh = Draft.With("label: Amount", "label: Net amount")
            .With("    relationships:\n", "      - name: shops\n        source: shops\n        primary_key: [id]\n        fields:\n          - name: id\n            datatype: Integer\n    relationships:\n");

        var merged = Merge([("semantic-models/sales/orders.yml", Draft)], [(Shop, Draft)], [(Shop, fresh)]);

        merged.Files.Select(f => f.Path).ShouldBe(["semantic-models/sales/orders.yml"]);
        merged.After("semantic-models/sales/orders.yml").ShouldBe(fresh);
    }

    [Fact]
    public void A_file_that_was_deleted_stays_deleted()
    {
        var merged = Merge([], [(Shop, Draft)], [(Shop, Draft.With("label: Amount", "label: Net"))]);

        merged.Files.ShouldBeEmpty();
        merged.First().ShouldHaveSingleItem().ShouldBe("The dataset 'shop.orders' has changed in the source since you deleted it; it stays deleted.");
    }

    [Fact]
    public void A_file_that_the_source_no_longer_has_goes_with_what_is_in_it()
    {
        const string Metric = "metrics/returns.yml";
        const string Text = "metric:\n  name: returns\n  expression: SUM(orders.amount)\n";

        var merged = Merge([(Shop, Draft), (Metric, Text)], [(Shop, Draft), (Metric, Text)], [(Shop, Draft)]);
        merged.After(Metric).ShouldBeNull();

        var edited = Merge([(Shop, Draft), (Metric, Text + "  label: Sent back\n")], [(Shop, Draft), (Metric, Text)], [(Shop, Draft)]);
        edited.Files.Select(f => f.Path).ShouldBe([Shop]);
        edited.First().ShouldHaveSingleItem().ShouldContain("The metric 'returns' is no longer in the source");

        var commented = Merge([(Shop, Draft), (Metric, "# ours\n\n" + Text)], [(Shop, Draft), (Metric, Text)], [(Shop, Draft)]);
        commented.Files.Select(f => f.Path).ShouldBe([Shop]);
        commented.First().ShouldHaveSingleItem().ShouldBe("The metric 'returns' is no longer in the source; it is kept: nothing else would be left of a file in which you have written comments.");
    }

    [Fact]
    public void A_first_import_keeps_what_the_catalog_has_already_and_adds_only_fields()
    {
        const string Own = "semantic_model:\n  - name: shop\n    warehouse: main\n    datasets:\n      - name: customers\n        source: customers\n        label: Clients # ours\n        primary_key: [id]\n        fields:\n          - name: id\n            datatype: Integer\n";
        const string Metric = "metric: {name: turnover, expression: SUM(orders.amount) * 2}\n";

        var merged = Merge([("semantic-models/own.yml", Own), ("metrics/turnover.yml", Metric)], [], [(Shop, Draft)]);

        merged.After("semantic-models/own.yml").ShouldBe(Own + "          - name: city\n            datatype: String\n");
        merged.After()!.ShouldNotContain("name: customers");
        merged.After()!.ShouldNotContain("turnover");
        merged.First().ShouldBe(["The metric 'turnover' stood in the catalog before this import and is kept; the source says something else about its expression, time."]);
        merged.Load.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void A_renamed_model_is_still_the_same_model()
    {
        var edited = Draft.With("- name: shop\n", "- name: store\n");

        Merge(edited, Draft, Draft.With("label: Amount", "label: Net")).After().ShouldBe(edited.With("label: Amount", "label: Net"));
    }

    [Fact]
    public void A_second_way_over_columns_that_are_joined_already_is_not_added()
    {
        var edited = Draft.With("      - name: customer\n", "      - name: buyer\n");
        var fresh = Draft.With("      - name: customer\n", "      - name: customer_fk\n");

        var merged = Merge(edited, Draft, fresh);

        merged.After().ShouldBe(edited);
        merged.First().ShouldHaveSingleItem().ShouldContain("the relationship 'shop.buyer' joins the same columns");
    }

    [Fact]
    public void Words_of_both_sides_stand_beside_each_other()
    {
        var edited = Draft.With("[sales, purchases]", "[sales, purchases, deals]");

        var merged = Merge(edited, Draft, Draft.With("[sales, purchases]", "[sales, orderings]"));

        merged.After().ShouldBe(edited.With("[sales, purchases, deals]", "[sales, orderings, deals]"));
        merged.First().ShouldBeEmpty();
    }

    [Fact]
    public void Keys_of_a_table_are_taken_whole_or_not_at_all()
    {
        var edited = Draft.With("primary_key: [id]\n        entity", "primary_key: [id, day]\n        entity");

        var merged = Merge(edited, Draft, Draft.With("primary_key: [id]\n        entity", "primary_key: [id, customer_id]\n        entity"));

        merged.After().ShouldBe(edited);
        merged.First().ShouldHaveSingleItem().ShouldContain("the source now says [id, customer_id]; you have [id, day]");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_not_touched()
    {
        var ground = new BiAssistant.Semantics.Importing.Merging.ImportGround([new(Shop, Draft + "  : [")], [new(Shop, Draft)], []);

        var merged = BiAssistant.Semantics.Importing.Merging.ImportMerge.Run(ground, new("shop", [new(Shop, Draft)], []), CancellationToken.None);

        merged.Succeeded.ShouldBeFalse();
        merged.Issues[0].At!.File.ShouldBe(Shop);
    }
}
