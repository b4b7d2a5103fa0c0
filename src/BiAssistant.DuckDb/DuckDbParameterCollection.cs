using System.Collections;
using System.Data.Common;

namespace BiAssistant.DuckDb;

/// <summary>A command's parameters in the order of its question marks, or found by name without regard to case and sign.</summary>
public sealed class DuckDbParameterCollection : DbParameterCollection
{
    private readonly List<DuckDbParameter> parameters = [];

    public override int Count => parameters.Count;

    public override object SyncRoot => parameters;

    public DuckDbParameter Add(string name, object? value)
    {
        var parameter = new DuckDbParameter(name, value);
        parameters.Add(parameter);
        return parameter;
    }

    public override int Add(object value)
    {
        parameters.Add(Own(value));
        return parameters.Count - 1;
    }

    public override void AddRange(Array values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    public override void Clear() => parameters.Clear();

    public override bool Contains(object value) => value is DuckDbParameter parameter && parameters.Contains(parameter);

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)parameters).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => parameters.GetEnumerator();

    public override int IndexOf(object value) => value is DuckDbParameter parameter ? parameters.IndexOf(parameter) : -1;

    public override int IndexOf(string parameterName)
    {
        var bare = DuckDbParameter.Bare(parameterName);
        return parameters.FindIndex(parameter => string.Equals(parameter.BareName, bare, StringComparison.OrdinalIgnoreCase));
    }

    public override void Insert(int index, object value) => parameters.Insert(index, Own(value));

    public override void Remove(object value) => parameters.Remove(Own(value));

    public override void RemoveAt(int index) => parameters.RemoveAt(index);

    public override void RemoveAt(string parameterName) => parameters.RemoveAt(Place(parameterName));

    protected override DbParameter GetParameter(int index) => parameters[index];

    protected override DbParameter GetParameter(string parameterName) => parameters[Place(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => parameters[index] = Own(value);

    protected override void SetParameter(string parameterName, DbParameter value) => parameters[Place(parameterName)] = Own(value);

    private static DuckDbParameter Own(object? value) =>
        value as DuckDbParameter ?? throw new ArgumentException($"A {value?.GetType().Name ?? "null"} is no parameter of this provider.", nameof(value));

    private int Place(string name) => IndexOf(name) is var place and >= 0 ? place : throw new ArgumentException($"There is no parameter '{name}'.", nameof(name));
}
