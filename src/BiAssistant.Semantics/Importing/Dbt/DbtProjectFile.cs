using System.Collections.Frozen;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>What <c>dbt_project.yml</c> says of a project: its name, where its files are, and its variables.</summary>
public sealed record DbtProjectFile
{
    /// <summary>What a project is that says nothing.</summary>
    public static readonly DbtProjectFile None = new();

    /// <summary>Null when it has none.</summary>
    public string? Name { get; private init; }

    /// <summary>Folders of models, relative to the project's.</summary>
    public Seq<string> ModelPaths { get; private init; } = ["models"];

    /// <summary>The folder of what dbt has compiled.</summary>
    public string TargetPath { get; private init; } = "target";

    /// <summary>Variables with one value each.</summary>
    internal FrozenDictionary<string, string> Variables { get; private init; } = FrozenDictionary<string, string>.Empty;

    public static Outcome<DbtProjectFile> Read(CatalogText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var issues = new IssueList();
        var roots = new YamlReader(new YamlSource(text.Name, text.Text), issues).Read();
        if (roots is not [YamlMap map])
        {
            issues.Add(new Issue("not_dbt_project", $"{text.Name} describes no dbt project: it holds no keys and values."));
            return Outcome<DbtProjectFile>.Failed(issues.InOrder());
        }

        var keys = new KeyReader(map, "a dbt project", "", issues);
        var paths = keys.Texts("model-paths");
        var project = None with
        {
            Name = keys.Text("name"),
            ModelPaths = !paths.IsEmpty ? paths : keys.Texts("source-paths") is { IsEmpty: false } older ? older : None.ModelPaths,
            TargetPath = keys.Text("target-path") is { Length: > 0 } target && !target.Contains("{{", StringComparison.Ordinal) ? target : None.TargetPath,
        };
        return Outcome<DbtProjectFile>.Of(project with { Variables = VariablesOf(map, project.Name) }, issues.InOrder());
    }

    /// <summary>Those of the project itself stand above those for all.</summary>
    private static FrozenDictionary<string, string> VariablesOf(YamlMap map, string? project)
    {
        var found = new Dictionary<string, string>();
        if (map.Find("vars") is YamlMap all)
        {
            Take(all);
            if (project is not null && all.Find(project) is YamlMap own)
            {
                Take(own);
            }
        }

        return found.ToFrozenDictionary();

        void Take(YamlMap values)
        {
            foreach (var pair in values.Pairs)
            {
                if (pair.Value is YamlScalar scalar)
                {
                    found[pair.Key.Text] = scalar.Text;
                }
            }
        }
    }
}
