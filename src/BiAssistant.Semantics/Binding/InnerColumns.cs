using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The columns of an inner query as a question about its rows knows them.</summary>
internal sealed class InnerColumns(BoundQuery query)
{
    public SemanticQuery Query => query.Query;

    /// <summary>A group column; null for what is none.</summary>
    public BoundGroup? Group(string name) => query.Groups.FirstOrDefault(g => g.Name == name && g.Role != GroupRole.Key);

    public BoundMeasure? Measure(string name) => query.Measures.FirstOrDefault(m => m.Name == name);

    /// <summary>The keys that tell apart what a group column calls by the same name.</summary>
    public Seq<BoundGroup> KeysOf(string name) => query.Groups.SkipWhile(g => g.Name != name).Skip(1).TakeWhile(g => g.Role == GroupRole.Key).ToSeq();

    /// <summary>What tells the values of a column apart: its keys, else itself.</summary>
    public Seq<SqlExpression> Told(string name) => KeysOf(name) is { IsEmpty: false } keys ? keys.Select(k => (SqlExpression)new SqlColumn(null, k.Name)).ToSeq() : [new SqlColumn(null, name)];
}
