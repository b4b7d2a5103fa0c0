using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Checks;

/// <summary>The gate before every warehouse: it reads the text itself, never trusts the tree, and allows only what is listed.</summary>
public static class SqlValidator
{
    /// <summary>A text that we wrote: it must read back as the tree that was meant, with exactly its parameters, and touch only what is allowed.</summary>
    public static Outcome<ValidatedSql> Validate(CompiledSql sql, SqlAllowList allowed)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var read = Check(sql.Text, sql.Dialect, allowed);
        if (read.Value is not { } tree)
        {
            return Outcome<ValidatedSql>.Failed(read.Issues);
        }

        if (!tree.Equals((SqlQuery)SqlBareTree.Of(sql.Tree)))
        {
            return Outcome<ValidatedSql>.Failed(new Issue("sql_not_as_meant", "The SQL text does not say what was meant; it was not run."));
        }

        var named = SqlAnalysis.Parameters(tree).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        if (sql.Arguments.Count != named.Count || !named.SetEquals(sql.Arguments.Select(argument => argument.Name)))
        {
            return Outcome<ValidatedSql>.Failed(new Issue("sql_parameters_differ", "The SQL text and its values do not name the same parameters; it was not run."));
        }

        return Outcome<ValidatedSql>.Of(new ValidatedSql(sql));
    }

    /// <summary>A text that we wrote, with lists of keys that are not known yet: it passes now, and once more with the keys.</summary>
    public static Outcome<OpenSql> ValidateOpen(CompiledSql sql, SqlAllowList allowed)
    {
        var valid = Validate(sql, allowed);
        return valid.Value is null ? Outcome<OpenSql>.Failed(valid.Issues) : Outcome<OpenSql>.Of(new OpenSql(sql, allowed));
    }

    /// <summary>A text that a person wrote, without parameters: <c>*</c> of one table is spelled out, and then it is held to what a text of ours is.</summary>
    public static Outcome<ValidatedSql> ValidateWritten(string text, SqlDialect dialect, SqlAllowList allowed)
    {
        var read = SqlParser.ParseQuery(text, dialect);
        if (read.Value is not { } tree)
        {
            return Outcome<ValidatedSql>.Failed(read.Issues);
        }

        var spelled = new SqlStars(dialect, allowed).Spell(tree);
        return Validate(new CompiledSql(dialect, spelled.Equals(tree) ? text : SqlPrinter.Print(spelled, dialect), [], spelled), allowed);
    }

    /// <summary>A text of any origin: one query over allowed tables, columns and functions, or the issues that it has.</summary>
    public static Outcome<SqlQuery> Check(string text, SqlDialect dialect, SqlAllowList allowed)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(allowed);
        var read = SqlParser.ParseQuery(text, dialect);
        if (read.Value is not { } tree)
        {
            return read;
        }

        var issues = SqlReferenceCheck.Of(tree, dialect, allowed);
        if (issues.IsEmpty && dialect is TSqlDialect)
        {
            issues = TSqlScriptDomCheck.Of(text, allowed);
        }

        return issues.IsEmpty ? Outcome<SqlQuery>.Of(tree) : Outcome<SqlQuery>.Failed(issues);
    }
}

/// <summary>A tree without what no text carries back: comments and the values of parameters.</summary>
internal static class SqlBareTree
{
    public static SqlNode Of(SqlNode node) => node switch
    {
        SqlParameter parameter => parameter with { Value = null },
        SqlCommonTable { Comment: not null } common => SqlTree.MapChildren(common with { Comment = null }, Of),
        _ => SqlTree.MapChildren(node, Of),
    };
}
