using Community.Acquisition.Campaigns;
using Community.Messaging.Deliveries;

namespace Community.Content;

/// <summary>The rules of the platform (诱导分享) for content, checked when it is saved and when it is sent.</summary>
public static class ContentCompliance
{
    /// <summary>The findings in the templates and titles of a body.</summary>
    public static IReadOnlyList<Finding> Check(ContentBody body) => ComplianceRules.Check(
        [.. body.Variants.Select((text, index) => ($"variants[{index}]", text)), .. Titles(body.Attachments)]);

    /// <summary>
    /// The findings in a message as members would read it. An acknowledgement of the item covers the rules of which its
    /// templates had findings, because the filled text has other words.
    /// </summary>
    public static IReadOnlyList<Finding> CheckMessage(
        ContentItem item, string text, IReadOnlyList<Attachment> attachments)
    {
        var covered = item.Acknowledgement is null ? [] : item.Findings.Select(finding => finding.Rule).ToHashSet();
        return
        [
            .. ComplianceRules.Check([("text", text), .. Titles(attachments)])
                .Where(finding => !covered.Contains(finding.Rule)),
        ];
    }

    /// <summary>
    /// The acknowledgement of an item after an edit. That of an earlier version holds while the words are the same.
    /// </summary>
    internal static Acknowledgement? AcknowledgementAfter(
        ContentCommand.Edit edit, IReadOnlyList<Finding> findings, ContentItem item)
    {
        if (findings.Count == 0) return null;
        var known = item.Findings.Select(WordsOf).ToHashSet();
        return edit.Acknowledgement ?? (findings.Select(WordsOf).All(known.Contains) ? item.Acknowledgement : null);
    }

    static (string Rule, string Words) WordsOf(Finding finding) => (finding.Rule, finding.Words);

    static IEnumerable<(string Field, string Text)> Titles(IReadOnlyList<Attachment> attachments) =>
        attachments.Select((attachment, index) => ($"attachments[{index}].title", attachment.Title));
}
