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

    static readonly Vocabulary Words = Load();

    public static IReadOnlyList<Finding> Check(IEnumerable<(string Field, string Text)> texts) =>
        [.. from text in texts
            let words = WithoutMarks(text.Text)
            let withoutOtherSenses = Words.HideOtherSenses(words)
            from pattern in Words.Patterns
            let match = pattern.FindIn(withoutOtherSenses)
            where match.Success
            select new Finding(
                text.Field, words.Substring(match.Index, match.Length), pattern.Rule, pattern.Reason)];

    // Spaces and marks between Chinese characters are a common way to evade such checks.
    static string WithoutMarks(string text) =>
        Regex.Replace(text, @"[\s\p{P}\p{S}-[%]]+", "", RegexOptions.NonBacktracking);

    static Vocabulary Load()
    {
        using var stream = typeof(ComplianceRules).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        return JsonSerializer.Deserialize<Vocabulary>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>
    /// <paramref name="OtherSenses"/> are words in which 得 does not mean to get something, such as 记得;
    /// <paramref name="LookAlikes"/> are texts in which it does, such as 登记得.
    /// </summary>
    sealed record Vocabulary(string OtherSenses, string LookAlikes, IReadOnlyList<Pattern> Patterns)
    {
        readonly Regex words = new(
            $"{LookAlikes}|(?<other>{OtherSenses})",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

        /// <summary>The text in its length, with another character in place of such a 得.</summary>
        public string HideOtherSenses(string text) => words.Replace(
            text, match => match.Groups["other"].Success ? match.Value.Replace('得', '_') : match.Value);
    }

    sealed record Pattern(string Rule, string Reason, string Words)
    {
        readonly Regex words = new(
            Words, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

        public Match FindIn(string text) => words.Match(text);
    }
}
