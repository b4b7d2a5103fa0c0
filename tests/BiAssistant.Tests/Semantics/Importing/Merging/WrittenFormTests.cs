using static BiAssistant.Tests.Semantics.Importing.Merging.MergeCase;

namespace BiAssistant.Tests.Semantics.Importing.Merging;

/// <summary>However a person has written the file, the merge writes in that form.</summary>
public sealed class WrittenFormTests
{
    private const string Last = """
        semantic_model:
          - name: shop
            datasets:
              - name: orders
                source: orders
                fields:
                  - name: id
                    datatype: Integer
                  - name: amount
                    datatype: Decimal

        """;

    private static readonly string Fresh = Last
        .With("        datatype: Decimal\n", "        datatype: Decimal\n            label: Amount, net\n          - name: tax\n            datatype: Decimal\n".With("            ", "            "))
        .With("source: orders\n", "source: sales.orders\n");

    [Theory]
    [InlineData("semantic_model: [{name: shop, datasets: [{name: orders, source: orders, fields: [{name: id, datatype: Integer}, {name: amount, datatype: Decimal}]}]}] # one line\n",
        "semantic_model: [{name: shop, datasets: [{name: orders, source: sales.orders, fields: [{name: id, datatype: Integer}, {name: amount, datatype: Decimal, label: \"Amount, net\"}, {name: tax, datatype: Decimal}]}]}] # one line\n")]
    [InlineData("semantic_model:\n- name: shop\n  datasets:\n  - name: orders\n    source:   \"orders\"   # the table\n    fields:\n    -   name: id\n        datatype: Integer\n\n    # money\n    -   name: amount\n        datatype: Decimal # exact\n",
        "semantic_model:\n- name: shop\n  datasets:\n  - name: orders\n    source:   sales.orders   # the table\n    fields:\n    -   name: id\n        datatype: Integer\n\n    # money\n    -   name: amount\n        datatype: Decimal # exact\n        label: Amount, net\n    - name: tax\n      datatype: Decimal\n")]
    [InlineData("semantic_model:\n  - name: shop\n    datasets:\n      - name: orders\n        source: orders\n        fields: [{name: id, datatype: Integer},\n          {name: amount, datatype: Decimal}] # all\n",
        "semantic_model:\n  - name: shop\n    datasets:\n      - name: orders\n        source: sales.orders\n        fields: [{name: id, datatype: Integer},\n          {name: amount, datatype: Decimal, label: \"Amount, net\"}, {name: tax, datatype: Decimal}] # all\n")]
    [InlineData("{\"semantic_model\": [{\"name\": \"shop\", \"datasets\": [{\"name\": \"orders\", \"source\": \"orders\", \"fields\": [{\"name\": \"id\", \"datatype\": \"Integer\"}, {\"name\": \"amount\", \"datatype\": \"Decimal\"}]}]}]}",
        "{\"semantic_model\": [{\"name\": \"shop\", \"datasets\": [{\"name\": \"orders\", \"source\": sales.orders, \"fields\": [{\"name\": \"id\", \"datatype\": \"Integer\"}, {\"name\": \"amount\", \"datatype\": \"Decimal\", label: \"Amount, net\"}, {name: tax, datatype: Decimal}]}]}]}")]
    [InlineData("semantic_model:\n  - name: shop\n    datasets:\n      - name: orders\n        source: |\n          orders\n        fields:\n          - name: id\n            datatype: Integer\n          - name: amount\n            datatype: Decimal",
        "semantic_model:\n  - name: shop\n    datasets:\n      - name: orders\n        source: |\n          orders\n        fields:\n          - name: id\n            datatype: Integer\n          - name: amount\n            datatype: Decimal\n            label: Amount, net\n          - name: tax\n            datatype: Decimal")]
    public void A_change_is_written_in_the_form_of_the_file(string edited, string expected)
    {
        var merged = Merge(edited, Last, Fresh);

        merged.After().ShouldBe(expected);
    }

    [Fact]
    public void Lines_end_as_they_do_in_the_file()
    {
        var edited = Last.With("name: amount", "name: amount # money").ReplaceLineEndings("\r\n");

        Merge(edited, Last, Fresh).After().ShouldBe(Fresh.With("name: amount", "name: amount # money").ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public void What_an_anchor_shares_is_kept_and_said()
    {
        var edited = Last.With("- name: id\n            datatype: Integer", "- name: id\n            datatype: &whole Integer").With("- name: amount\n", "- name: count\n            datatype: *whole\n          - name: amount\n");

        var merged = Merge(edited, Last, Fresh.With("datatype: Integer", "datatype: String"));

        merged.After()!.ShouldContain("datatype: &whole Integer");
        merged.After()!.ShouldContain("label: Amount, net");
        merged.First().ShouldHaveSingleItem().ShouldBe("The datatype of the field 'id' of the dataset 'shop.orders' has changed in the source; yours is kept, because an anchor or a tag stands in it.");
    }

    [Fact]
    public void A_value_of_one_line_may_become_one_of_several_and_its_comment_stays()
    {
        var last = Last.With("source: orders\n", "source: orders\n        description: Orders\n");
        var edited = last.With("description: Orders", "description: Orders # short").With("name: amount", "name: amount # money");
        var fresh = last.With("        description: Orders\n", "        description: |-\n          Orders\n          of all shops: 'net'\n");

        Merge(edited, last, fresh).After().ShouldBe(edited.With("        description: Orders # short\n", "        # short\n        description: |-\n          Orders\n          of all shops: 'net'\n"));
    }

    [Fact]
    public void A_text_may_become_words_by_language()
    {
        var last = Last.With("source: orders\n", "source: orders\n        label: Orders\n");
        var edited = last.With("name: amount", "name: amount # money");
        var fresh = last.With("        label: Orders\n", "        label:\n          en: Orders\n          ko: 주문\n");

        Merge(edited, last, fresh).After().ShouldBe(edited.With("        label: Orders\n", "        label:\n          en: Orders\n          ko: 주문\n"));
    }

    [Fact]
    public void The_last_field_goes_with_its_list()
    {
        var last = Last.With("          - name: id\n            datatype: Integer\n", "");
        var edited = "# ours\n" + last;

        Merge(edited, last, last.With("        fields:\n          - name: amount\n            datatype: Decimal\n", "")).After().ShouldBe("# ours\n" + last.With("        fields:\n          - name: amount\n            datatype: Decimal\n", ""));
    }

    [Fact]
    public void Documents_and_explicit_keys_that_leave_no_room_keep_what_they_say()
    {
        var edited = Last.With("        source: orders\n", "        ? source\n        : orders\n").With("name: amount", "name: amount # money");

        var merged = Merge(edited, Last, Fresh);

        merged.After()!.ShouldContain("? source\n        : orders\n");
        merged.After()!.ShouldContain("- name: tax");
        merged.First().ShouldHaveSingleItem().ShouldBe("The source of the dataset 'shop.orders': the source now says 'sales.orders'; you have 'orders', which is kept: the way in which the file is written leaves no room for it.");
    }
}
