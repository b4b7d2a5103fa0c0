using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Benchmarks;

/// <summary>A query of sixty lines as an analyst would hand it over: steps, joins, dates, choices, windows; in portable SQL, and in every dialect that is written.</summary>
internal static class SixtyLines
{
    public const string Portable = """
        WITH paid AS (
          SELECT
            orders.order_id,
            orders.customer_id,
            orders.store_id,
            DATE_TRUNC('month', orders.ordered_at) AS month,
            orders.amount - COALESCE(orders.discount, 0) AS net,
            CASE
              WHEN orders.channel IN ('web', 'app') THEN 'online'
              WHEN orders.channel = 'store' THEN 'store'
              ELSE 'other'
            END AS channel
          FROM orders
          WHERE orders.status <> 'cancelled'
            AND orders.ordered_at >= TIMESTAMP '2023-01-01 00:00:00'
            AND orders.ordered_at < TIMESTAMP '2025-01-01 00:00:00'
        ),
        monthly AS (
          SELECT
            stores.region, paid.channel, paid.month,
            SUM(paid.net) AS revenue,
            COUNT(DISTINCT paid.customer_id) AS customers,
            COUNT(*) AS orders
          FROM paid
          JOIN stores ON stores.store_id = paid.store_id
          LEFT JOIN customers ON customers.customer_id = paid.customer_id
          WHERE stores.closed_on IS NULL
            AND (customers.country IS NULL OR customers.country NOT LIKE 'test%')
          GROUP BY stores.region, paid.channel, paid.month
          HAVING SUM(paid.net) > 0
        ),
        ranked AS (
          SELECT
            monthly.region,
            monthly.channel,
            monthly.month,
            monthly.revenue,
            monthly.customers,
            monthly.revenue / monthly.orders AS basket,
            LAG(monthly.revenue) OVER (PARTITION BY monthly.region, monthly.channel ORDER BY monthly.month) AS before,
            ROW_NUMBER() OVER (PARTITION BY monthly.month ORDER BY monthly.revenue DESC, monthly.region) AS place
          FROM monthly
        )
        SELECT
          ranked.month,
          ranked.region,
          ranked.channel,
          ranked.revenue,
          ranked.customers,
          ROUND(ranked.basket, 2) AS basket,
          (ranked.revenue - ranked.before) / ranked.before AS growth,
          targets.amount AS target
        FROM ranked
        LEFT JOIN targets
          ON targets.region = ranked.region
          AND targets.month = ranked.month
        WHERE ranked.place <= 10
          AND EXISTS (SELECT 1 FROM stores WHERE stores.region = ranked.region)
        ORDER BY ranked.month, ranked.revenue DESC, ranked.region
        LIMIT 500
        """;

    public static SqlQuery Tree { get; } = SqlParser.ParseQuery(Portable) is { Value: { } tree } ? tree : throw new InvalidOperationException("The query of sixty lines is not portable.");

    /// <summary>The query in a dialect; null where the dialect cannot say it yet.</summary>
    public static string? In(SqlDialect dialect) => SqlWriter.Write(Tree, dialect).Value?.Text;

    public static SqlQuery Parse(string text, SqlDialect dialect) =>
        SqlParser.ParseQuery(text, dialect) is { Value: { } tree } ? tree : throw new InvalidOperationException($"{dialect} does not read what it writes:\n{text}");
}
