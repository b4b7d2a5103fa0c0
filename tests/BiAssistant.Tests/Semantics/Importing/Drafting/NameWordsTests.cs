using BiAssistant.Semantics.Importing.Drafting;

namespace BiAssistant.Tests.Semantics.Importing.Drafting;

/// <summary>Technical names and comments in words.</summary>
public sealed class NameWordsTests
{
    [Theory]
    [InlineData("CUST_NO", "customer number")]
    [InlineData("custAcctBal", "customer account balance")]
    [InlineData("HTTPServerURL", "http server url")]
    [InlineData("unit_prc", "unit price")]
    [InlineData("no_smoking", "no smoking")]
    [InlineData("addr2", "address 2")]
    [InlineData("ord dt", "order date")]
    [InlineData("inv_amt", "inv amount")]
    [InlineData("q1", "q1")]
    public void Parts_of_a_name_become_the_words_that_they_stand_for(string name, string words) => NameWords.Of(name).Text.ShouldBe(words);

    [Theory]
    [InlineData("tbl_cust", "customer", "customers")]
    [InlineData("dim_product", "product", "products")]
    [InlineData("TB_ORD_DTL", "order detail", "order details")]
    [InlineData("stg_fct_sales", "sale", "sales")]
    [InlineData("companies", "company", "companies")]
    [InlineData("order_statuses", "order status", "order statuses")]
    [InlineData("addresses", "address", "addresses")]
    [InlineData("people", "person", "people")]
    [InlineData("news", "news", "news")]
    [InlineData("branch", "branch", "branches")]
    [InlineData("buses", "bus", "buses")]
    [InlineData("warehouses", "warehouse", "warehouses")]
    [InlineData("cust_mst", "customer", "customers")]
    public void A_table_is_called_by_one_and_by_many_without_what_only_says_that_it_is_a_table(string name, string one, string many)
    {
        var singular = EnglishNouns.Singular(NameWords.OfTable(name).Text);

        singular.ShouldBe(one);
        EnglishNouns.Plural(singular).ShouldBe(many);
    }

    [Theory]
    [InlineData("매출액", "매출액", null)]
    [InlineData("Net amount", "Net amount", null)]
    [InlineData("The amount that was paid, without tax.", null, "The amount that was paid, without tax.")]
    [InlineData("고객이 주문한 날짜이다", null, "고객이 주문한 날짜이다")]
    [InlineData("FK to customers", null, null)]
    [InlineData("  ", null, null)]
    [InlineData("입고 일시(YYYYMMDD)", "입고 일시", "입고 일시(YYYYMMDD)")]
    public void A_short_comment_is_a_label_and_a_long_one_a_description(string comment, string? label, string? description)
    {
        var words = CommentWords.Of(comment);

        (words.Label, words.Description).ShouldBe((label, description));
    }

    [Theory]
    [InlineData("주문상태(10:접수, 20:배송 중, 30:완료)", "주문상태", "10=접수;20=배송 중;30=완료")]
    [InlineData("Status: A=active, C=closed", "Status", "A=active;C=closed")]
    [InlineData("사용여부 Y:사용/N:미사용", "사용여부", "Y=사용;N=미사용")]
    [InlineData("Opens at 10:30", "Opens at", "")]
    public void Codes_that_a_comment_explains_are_read(string comment, string label, string codes)
    {
        var words = CommentWords.Of(comment);

        string.Join(';', words.Codes.Select(c => $"{c.Code}={c.Label}")).ShouldBe(codes);
        if (codes.Length > 0)
        {
            words.Label.ShouldBe(label);
        }
    }
}
