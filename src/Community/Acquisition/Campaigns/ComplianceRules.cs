using System.Text.Json;
using System.Text.RegularExpressions;

namespace Community.Acquisition.Campaigns;

/// <summary>A text that breaks a rule of the platform: where it stands, the words, and the rule.</summary>
public sealed record Finding(string Field, string Words, string Rule, string Reason);

/// <summary>An operator who may break the rules says so by name.</summary>
public sealed record Acknowledgement(string By, string Reason);

/// <summary>
/// WeChat forbids paying for sharing (诱导分享, 微信外部链接内容管理规范), whatever is paid. What pays for joining does not fall under it. The
/// patterns are data: <c>compliance.zh-CN.json</c>.
/// </summary>
public static class ComplianceRules
{
    static readonly IReadOnlyList<Pattern> Patterns = Load();

    /// <summary>What is wrong with the texts, each named by the field it stands in.</summary>
    public static IReadOnlyList<Finding> Check(IEnumerable<(string Field, string Text)> texts) =>
        [.. from text in texts
            from pattern in Patterns
            let match = pattern.Matches(text.Text)
            where match is not null
            select new Finding(text.Field, match, pattern.Rule, pattern.Reason)];

    static Pattern[] Load()
    {
        using var stream = typeof(ComplianceRules).Assembly.GetManifestResourceStream("Community.Acquisition.Campaigns.compliance.zh-CN.json")
            ?? throw new InvalidOperationException("No compliance rules.");
        return JsonSerializer.Deserialize<Pattern[]>(stream, JsonSerializerOptions.Web)!;
    }

    sealed record Pattern(string Rule, string Reason, string Words)
    {
        readonly Regex words = new(Words, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

        // Spaces between Chinese characters are an old way around such checks.
        public string? Matches(string text)
        {
            var found = words.Match(Regex.Replace(text, @"[\s\p{P}\p{S}-[%]]+", "", RegexOptions.NonBacktracking));
            return found.Success ? found.Value : null;
        }
    }
}
