using System.Reflection;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql;

/// <summary>Every kind of node goes through every pass; a new kind that a pass forgets fails here.</summary>
public sealed class TreeTests
{
    public static TheoryData<Type> Kinds => [.. typeof(SqlNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SqlNode)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_node_is_known_to_every_pass(Type kind)
    {
        var node = (SqlNode)Make(kind, 0);
        SqlTree.MapChildren(node, child => child).ShouldBe(node);
        var held = kind.GetProperties().SelectMany(property => Nodes(property.GetValue(node))).ToList();
        var children = SqlTree.Children(node);
        foreach (var child in held.Where(_ => node is not SqlParameter))
        {
            children.ShouldContain(other => ReferenceEquals(other, child));
        }

        node.DescendantsAndSelf().ShouldContain(node);
        node.Height().ShouldBeGreaterThan(0);
        SqlAnalysis.Columns(node);
        if (node is SqlExpression expression)
        {
            expression.Rewrite(_ => null).ShouldBe(expression);
            SqlAnalysis.Kind(expression);
            SqlTypes.Infer(expression, _ => SqlType.Integer).ShouldNotBeNull();
        }
    }

    private static IEnumerable<SqlNode> Nodes(object? value) => value switch
    {
        SqlNode node => [node],
        System.Collections.IEnumerable items and not string => items.OfType<SqlNode>(),
        _ => [],
    };

    /// <summary>A value of the type with everything in it that can be, made from its constructor and its settable properties.</summary>
    private static object Make(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return "name";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Seq<>))
        {
            var item = type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, 1);
            items.SetValue(Make(item, depth), 0);
            return typeof(Seq).GetMethod(nameof(Seq.ToSeq))!.MakeGenericMethod(item).Invoke(null, [items])!;
        }

        if (type.IsValueType)
        {
            return Activator.CreateInstance(type)!;
        }

        if (type == typeof(SqlQuery))
        {
            return new SqlSelect([new SqlSelectItem(new SqlNumber(1))], null);
        }

        if (type.IsAbstract)
        {
            return type == typeof(SqlRelation) ? new SqlTable(["t"]) : type == typeof(SqlLiteral) || depth > 0 ? new SqlNumber(depth) : new SqlColumn("t", "c");
        }

        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, depth + 1))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && !constructor.GetParameters().Any(parameter => parameter.Name == property.Name)))
        {
            property.SetValue(made, Make(property.PropertyType, depth + 1));
        }

        return made;
    }
}
