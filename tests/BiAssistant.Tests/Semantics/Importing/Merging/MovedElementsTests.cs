using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Merging;
using BiAssistant.Semantics.Loading;
using static BiAssistant.Tests.Semantics.Importing.Merging.MergeCase;

namespace BiAssistant.Tests.Semantics.Importing.Merging;

/// <summary>Elements are the same wherever they stand, whoever moved them.</summary>
public sealed class MovedElementsTests
{
    private const string Head = "semantic_model:\n  - name: shop\n    datasets:\n";
    private const string Orders = "      - name: orders\n        source: orders\n        fields:\n          - name: amount\n            datatype: Decimal\n";
    private const string Stores = "      - name: stores\n        source: stores\n        fields:\n          - name: city\n            datatype: String\n";
    private const string Visits = "      - name: visits\n        source: visits\n        fields:\n          - name: day\n            datatype: Date\n";
    private const string Own = "semantic-models/mine/stores.yml";

    [Fact]
    public void A_dataset_that_a_person_moved_into_a_file_of_its_own_is_changed_there()
    {
        var merged = Merge([(Shop, Head + Orders), (Own, "# ours\n" + Head + Stores)], [(Shop, Head + Orders + Stores)], [(Shop, Head + Orders + Stores.With("String", "Integer"))]);

        merged.After().ShouldBe(Head + Orders);
        merged.After(Own).ShouldBe("# ours\n" + Head + Stores.With("String", "Integer"));
        merged.First().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_new_beside_a_moved_dataset_goes_into_the_drafts_file_while_that_is_there()
    {
        var merged = Merge([(Shop, Head + Orders), (Own, Head + Stores)], [(Shop, Head + Orders + Stores)], [(Shop, Head + Orders + Stores + Visits)]);

        merged.After().ShouldBe(Head + Orders + Visits);
        merged.Load.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void A_dataset_that_the_source_moved_stays_where_a_person_edited_it()
    {
        const string Other = "semantic-models/stores.yml";
        var edited = Head + Orders + Stores.With("name: city", "name: city # the town");

        var merged = Merge([(Shop, edited)], [(Shop, Head + Orders + Stores)], [(Shop, Head + Orders), (Other, Head + Stores.With("String", "Integer"))]);

        merged.After().ShouldBe(edited.With("String", "Integer"));
        merged.Files.Select(f => f.Path).ShouldBe([Shop]);
    }

    [Fact]
    public void A_new_file_of_the_draft_is_made_beside_the_others()
    {
        const string Other = "semantic-models/visits.yml";

        var merged = Merge([(Shop, "# ours\n" + Head + Orders)], [(Shop, Head + Orders)], [(Shop, Head + Orders), (Other, Head + Visits)]);

        merged.After(Other).ShouldBe(Head + Visits);
        merged.After().ShouldBe("# ours\n" + Head + Orders);
    }

    [Fact]
    public void A_second_model_in_the_same_file_is_added_whole()
    {
        const string Second = "  - name: web\n    datasets:\n";

        var merged = Merge("# ours\n" + Head + Orders, Head + Orders, Head + Orders + Second + Visits);

        merged.After().ShouldBe("# ours\n" + Head + Orders + Second + Visits);
    }

    [Fact]
    public void What_is_new_in_a_file_that_was_deleted_is_left_out_and_said()
    {
        var merged = Merge([], [(Shop, Head + Orders)], [(Shop, Head + Orders + Visits)]);

        merged.Files.ShouldBeEmpty();
        merged.First().ShouldBe(["The dataset 'shop.visits' is new in the source and was left out: the file semantic-models/shop.yml that it belongs to was deleted or holds another model."]);
    }

    [Fact]
    public void Text_that_is_no_part_of_the_import_may_be_broken()
    {
        var merged = Merge([(Shop, "# ours\n" + Head + Orders), ("metrics/odd.yml", "metric: [")], [(Shop, Head + Orders)], [(Shop, Head + Orders.With("Decimal", "Integer"))]);

        merged.After().ShouldBe("# ours\n" + Head + Orders.With("Decimal", "Integer"));
    }

    [Fact]
    public void A_merge_that_is_called_off_stops()
    {
        using var off = new CancellationTokenSource();
        off.Cancel();

        Should.Throw<OperationCanceledException>(() => ImportMerge.Run(new ImportGround([new CatalogText(Shop, Head + Orders)], [], []), new ImportDraft("shop", [new DraftFile(Shop, Head + Orders)], []), off.Token));
    }
}
