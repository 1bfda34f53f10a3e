using Community.Content;
using Community.Messaging.Deliveries;

namespace Community.Tests.Content;

static class SampleContent
{
    public const string LinkBase = "https://brand.example.com/l/";

    public static readonly Attachment Page = new(AttachmentType.Link, "春茶", "https://shop.example/a");

    public static ContentBody Body(params IReadOnlyList<string> variants) => new(
        ContentKind.Useful,
        Tags: ["茶"],
        variants.Count == 0 ? ["今天聊聊怎么存茶"] : variants,
        Attachments: [],
        Source: null,
        ValidFrom: null,
        ValidUntil: null,
        ContentBody.DefaultReuseDays,
        Product: null);

    public static ContentItem Draft(ContentBody? body = null) =>
        ContentRules.Create("tea-101", body ?? Body(), "小林", acknowledgement: null, LinkBase, Instants.Evening);
}
