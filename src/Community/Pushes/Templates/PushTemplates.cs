using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community.Pushes.Templates;

/// <summary>
/// The ready-made plans of the product: one file <c>{id}.zh-CN.json</c> each. A new plan is a new file.
/// </summary>
public static class PushTemplates
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>In order of id.</summary>
    public static IReadOnlyList<PushTemplate> All { get; } = Load();

    /// <summary>The template; null when there is none.</summary>
    public static PushTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    static PushTemplate[] Load()
    {
        var assembly = typeof(PushTemplates).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.Contains(".Pushes.Templates.", StringComparison.Ordinal))
                .Select(name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    return JsonSerializer.Deserialize<PushTemplate>(stream, Options)!;
                })
                .OrderBy(template => template.Id, StringComparer.Ordinal),
        ];
    }
}
