using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Community.Platform;

namespace Community.Acquisition.Campaigns;

/// <summary>A text that breaks a rule of the platform: its field, the words that break it, and the rule.</summary>
public sealed record Finding(string Field, string Words, string Rule, string Reason)
{
    /// <summary>The refusal of the text while no operator acknowledged the finding.</summary>
    public Refusal ToRefusal() => Refusal.Invalid(
        Field, $"“{Words}”: {Rule}, {Reason}. Whoever may break the rule says so in acknowledgement.");
}

public sealed record Acknowledgement([property: JsonPropertyName("by")] string Author, string Reason);

/// <summary>
/// WeChat forbids payment for sharing (诱导分享, 微信外部链接内容管理规范) of any kind; payment for joining is allowed. The
/// patterns are data: <c>compliance.zh-CN.json</c>.
/// </summary>
public static class ComplianceRules
{
    const string Resource = "Community.Acquisition.Campaigns.compliance.zh-CN.json";

    static readonly IReadOnlyList<Pattern> Patterns = Load();

    public static IReadOnlyList<Finding> Check(IEnumerable<(string Field, string Text)> texts) =>
        [.. from text in texts
            from pattern in Patterns
            let match = pattern.FindIn(text.Text)
            where match is not null
            select new Finding(text.Field, match, pattern.Rule, pattern.Reason)];

    static Pattern[] Load()
    {
        using var stream = typeof(ComplianceRules).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        return JsonSerializer.Deserialize<Pattern[]>(stream, JsonSerializerOptions.Web)!;
    }

    sealed record Pattern(string Rule, string Reason, string Words)
    {
        readonly Regex words = new(
            Words, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

        // Spaces and marks between Chinese characters are a common way to evade such checks.
        public string? FindIn(string text)
        {
            var match = words.Match(Regex.Replace(text, @"[\s\p{P}\p{S}-[%]]+", "", RegexOptions.NonBacktracking));
            return match.Success ? match.Value : null;
        }
    }
}
