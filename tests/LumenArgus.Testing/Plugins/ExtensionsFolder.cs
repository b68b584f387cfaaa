using System.Text.Json.Nodes;

namespace LumenArgus.Testing.Plugins;

/// <summary>A temporary extensions folder. Tests never use the repository's own.</summary>
public sealed class ExtensionsFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lumen-extensions-");

    /// <summary>Full path of the folder, to give to the host.</summary>
    public string Path => _root.FullName;

    /// <summary>Copies a plugin in.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="edit">Changes plugin.json; with another "id" the folder is named after that.</param>
    /// <returns>The plugin's folder.</returns>
    public string Add(TestPlugin plugin, Action<JsonObject>? edit = null)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var manifest = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(plugin.Output, "plugin.json")))!.AsObject();
        edit?.Invoke(manifest);
        var folder = System.IO.Path.Combine(Path, (string?)manifest["id"] ?? plugin.Id);
        Copy(plugin, manifest, folder);
        return folder;
    }

    /// <summary>Puts a plugin in the place of the one with its id, if there is any, as an installer does: laid out beside it, then renamed.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="edit">Changes plugin.json.</param>
    /// <returns>The plugin's folder.</returns>
    public string Replace(TestPlugin plugin, Action<JsonObject>? edit = null)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var manifest = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(plugin.Output, "plugin.json")))!.AsObject();
        edit?.Invoke(manifest);
        var id = (string?)manifest["id"] ?? plugin.Id;
        var staged = System.IO.Path.Combine(Path, $".{id}.new");
        Copy(plugin, manifest, staged);
        Remove(id);
        var folder = System.IO.Path.Combine(Path, id);
        Directory.Move(staged, folder);
        return folder;
    }

    /// <summary>Takes a plugin away, if it is there.</summary>
    /// <param name="id">Its id.</param>
    public void Remove(string id)
    {
        var folder = System.IO.Path.Combine(Path, id);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Copy(TestPlugin plugin, JsonObject manifest, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(plugin.Output, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(plugin.Output, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(System.IO.Path.Combine(folder, "plugin.json"), manifest.ToJsonString());
    }

    /// <summary>Copies several plugins in as they are.</summary>
    /// <param name="plugins">The plugins.</param>
    /// <returns>This folder.</returns>
    public ExtensionsFolder With(params ReadOnlySpan<TestPlugin> plugins)
    {
        foreach (var plugin in plugins)
        {
            Add(plugin);
        }

        return this;
    }

    /// <summary>Copies a plugin in under another id, so that one build can stand for several plugins.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="id">The id.</param>
    /// <param name="dependsOn">What it depends on.</param>
    /// <returns>The plugin's folder.</returns>
    public string AddAs(TestPlugin plugin, string id, params ReadOnlySpan<string> dependsOn)
    {
        var list = new JsonArray();
        foreach (var dependency in dependsOn)
        {
            list.Add((JsonNode?)dependency);
        }

        return Add(plugin, manifest =>
        {
            manifest["id"] = id;
            manifest["dependsOn"] = list;
        });
    }

    /// <summary>Copies a plugin in with another entry type.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="entryType">Full name of the type.</param>
    /// <returns>The plugin's folder.</returns>
    public string AddWithEntryType(TestPlugin plugin, string entryType) => Add(plugin, manifest => manifest["entryType"] = entryType);

    /// <summary>Copies a plugin in that says, and whose dll shows, that it was built against another contract.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="contract">The contract's version in the dll.</param>
    /// <param name="api">What the manifest says; null leaves the truth of the build.</param>
    /// <returns>The plugin's folder.</returns>
    public string AddBuiltAgainst(TestPlugin plugin, Version contract, string? api)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var folder = Add(plugin, manifest =>
        {
            if (api is not null)
            {
                manifest["api"] = api;
            }
        });
        AssemblyReferencePatch.SetVersion(System.IO.Path.Combine(folder, plugin.Entry), "LumenArgus.Abstractions", contract);
        return folder;
    }

    /// <summary>Copies a plugin in together with a copy of the contract, which the host must refuse.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <returns>The plugin's folder.</returns>
    public string AddWithContract(TestPlugin plugin)
    {
        var folder = Add(plugin);
        File.Copy(
            System.IO.Path.Combine(AppContext.BaseDirectory, "LumenArgus.Abstractions.dll"),
            System.IO.Path.Combine(folder, "LumenArgus.Abstractions.dll"));
        return folder;
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Delete(recursive: true);
}
