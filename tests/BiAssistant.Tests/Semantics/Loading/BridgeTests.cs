using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>What a bridge goes through, and what it is told when that is no bridge.</summary>
public sealed class BridgeTests
{
    [Theory]
    [InlineData("through: [loan_member, loan_copy, copy_book]", "loans", 0, 1, 2)]
    [InlineData("through: [copy_book, loan_copy, loan_member]", "loans", 0, 1, 2)]
    public void A_bridge_may_go_on_over_steps_to_one_row(string through, string links, int before, int back, int forth)
    {
        var load = Load($"from: members, to: books, {through}, cardinality: many_to_many");

        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues));
        var bridge = load.Catalog.FindRelationship("read").ShouldNotBeNull();
        (bridge.Bridge.ShouldNotBeNull().Links.Name, bridge.Bridge.Before.Count, bridge.Bridge.Back.Count, bridge.Bridge.Forth.Count).ShouldBe((links, before, back, forth));
        (bridge.LeadsToMany, bridge.Unsupported).ShouldBe((true, null));
    }

    [Fact]
    public void It_may_begin_with_a_step_to_one_row()
    {
        var load = Load("from: visits, to: books, through: [visit_member, loan_member, loan_copy, copy_book]");

        load.Catalog.FindRelationship("read").ShouldNotBeNull().Bridge.ShouldNotBeNull().Before.ShouldHaveSingleItem().Relationship.Name.ShouldBe("visit_member");
    }

    [Fact]
    public void One_that_is_declared_to_lead_to_one_row_is_a_to_one_step()
    {
        var load = Load("from: members, to: copies, through: [loan_member, loan_copy], cardinality: many_to_one");
        var (members, books) = (load.Catalog.FindDataset("members")!, load.Catalog.FindDataset("books")!);

        var reach = new ToOneReach(load.Catalog.Relationships);
        reach.Reaches(members, books).ShouldBeTrue();
        reach.Reaches(books, members).ShouldBeFalse();
    }

    [Theory]
    [InlineData("from: members, to: books, through: [loan_member, loan_copy]", "broken_bridge", "read ends at copies, not at books.")]
    [InlineData("from: members, to: books, through: [copy_book, loan_member]", "broken_bridge", "read goes from members through copy_book, which leads from copies to books.")]
    [InlineData("from: loans, to: books, through: [loan_copy, copy_book]", "broken_bridge", "read goes through no rows that link loans with books: each link points to a row of either, as in 'through: [link_to_loans, link_to_books]'.")]
    [InlineData("from: members, to: books, through: [loan_member, loan_copi, copy_book]", "unknown_relationship", "There is no relationship 'loan_copi' to go through. Did you mean 'loan_copy'?")]
    public void What_is_no_bridge_is_said(string keys, string code, string message)
    {
        var load = Load(keys);

        var issue = load.Issues.ShouldHaveSingleItem();
        (issue.Code, issue.Message, issue.Element).ShouldBe((code, message, "library/read"));
        load.Catalog.FindRelationship("read").ShouldNotBeNull().Unsupported.ShouldNotBeNull();
    }

    private static BiAssistant.Semantics.Loading.CatalogLoad Load(string keys) => CatalogExamples.Load($$"""
        semantic_model:
          - name: library
            datasets:
              - {name: members, source: members, primary_key: [id]}
              - {name: visits, source: visits, primary_key: [id]}
              - {name: loans, source: loans, primary_key: [id]}
              - {name: copies, source: copies, primary_key: [id]}
              - {name: books, source: books, primary_key: [id]}
            relationships:
              - {name: visit_member, from: visits, to: members, from_columns: [member], to_columns: [id]}
              - {name: loan_member, from: loans, to: members, from_columns: [member], to_columns: [id]}
              - {name: loan_copy, from: loans, to: copies, from_columns: [copy], to_columns: [id]}
              - {name: copy_book, from: copies, to: books, from_columns: [book], to_columns: [id]}
              - {name: read, {{keys}}}
        """);
}
