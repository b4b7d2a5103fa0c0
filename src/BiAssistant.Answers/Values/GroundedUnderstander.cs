using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Understanding;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Values;

/// <summary>
/// An understander that knows the values of dimensions as one asker may see them, and whether it knows them all. The same words, clock and asker mean the
/// same, so what was understood once is remembered.
/// </summary>
public sealed class GroundedUnderstander(Understander understander, bool complete, bool settled, WarehouseFault? hindered, Seq<DataState> data)
{
    private const long MemoryBytes = 16L << 20;
    private const long BytesOfOne = 4_000;

    private readonly BoundedMemory<Interpretation> _understood = new(MemoryBytes);

    /// <summary>Every value that is to be known is.</summary>
    public bool Complete => complete;

    /// <summary>A warehouse was away when its values were to be read: a word that means nothing may be one of them. Null when none was.</summary>
    public WarehouseFault? Hindered => hindered;

    /// <summary>Looking again in the same state of the data finds no more.</summary>
    public bool Settled => settled;

    /// <summary>The state of the data that the values were read from.</summary>
    public Seq<DataState> Data => data;

    public Interpretation Understand(Question question, BindingContext context)
    {
        var key = $"{question.Language}|{context.Now.Ticks:x}|{QueryCompiler.PolicyOf(context.As)}|{question.Text}";
        if (_understood.TryGet(key, out var known))
        {
            return known;
        }

        var understood = understander.Understand(question, context);
        _understood.Set(key, understood, BytesOfOne + (2L * key.Length));
        return understood;
    }
}
