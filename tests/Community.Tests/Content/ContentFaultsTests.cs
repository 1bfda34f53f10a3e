using Community.Content;
using Community.Messaging.Deliveries;

namespace Community.Tests.Content;

public class ContentFaultsTests
{
    [Fact]
    public void Scarce_content_needs_its_source()
    {
        var scarce = SampleContent.Body() with { Kind = ContentKind.Scarce };

        Assert.Equal(["source"], Fields(scarce));
        Assert.Empty(Fields(scarce with { Source = "《茶经》" }));
    }

    [Fact]
    public void Link_needs_a_page_to_lead_to()
    {
        var linked = SampleContent.Body("早", "看这里 {link}");
        var image = new Attachment(AttachmentType.Image, "图", "https://shop.example/a.png");

        Assert.Equal(["variants[1]"], Fields(linked with { Attachments = [image] }));
        Assert.Empty(Fields(linked with { Attachments = [image, SampleContent.Page] }));
    }

    [Fact]
    public void Unknown_placeholder_is_named()
    {
        var draft = SampleContent.Draft(SampleContent.Body("{name}，早"));

        var fault = Assert.Single(ContentRules.CreationFaults(draft));

        Assert.Equal("variants[0]", fault.Field);
        Assert.Contains("{name}", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2048, "")]
    [InlineData(2048 - 180, "{group}")]
    [InlineData(2048 - 38, "{link}")]
    public void Text_fits_into_a_message_when_it_is_filled_in_at_its_longest(int bytes, string placeholder)
    {
        var fits = SampleContent.Body(new string('a', bytes) + placeholder) with { Attachments = [SampleContent.Page] };

        Assert.Empty(Fields(fits));
        Assert.Equal(["variants[0]"], Fields(fits with { Variants = [$"{fits.Variants[0]}a"] }));
    }

    [Fact]
    public void Validity_ends_after_it_begins_and_after_the_creation()
    {
        var now = Instants.Evening;
        var noTime = SampleContent.Body() with { ValidFrom = now.AddDays(2), ValidUntil = now.AddDays(2) };

        Assert.Equal(["validUntil"], Fields(noTime));
        Assert.Equal(["validUntil"], Fields(SampleContent.Body() with { ValidUntil = now }));
        Assert.Empty(Fields(SampleContent.Body() with { ValidUntil = now.AddTicks(1) }));
    }

    [Theory]
    [InlineData("转发到朋友圈领红包", "variants[0]")]
    [InlineData("好茶", "attachments[0].title")]
    public void Text_and_titles_that_break_a_rule_of_the_platform_are_found(string text, string field)
    {
        var page = SampleContent.Page with { Title = text == "好茶" ? "分享到微信群免费领" : "春茶" };

        Assert.Equal([field], Fields(SampleContent.Body(text) with { Attachments = [page] }));
    }

    [Fact]
    public void Filled_text_that_breaks_a_rule_is_found_unless_the_rule_is_acknowledged()
    {
        var item = SampleContent.Draft(SampleContent.Body("{product}来了"));
        const string Filled = "分享朋友圈免费领来了";

        Assert.Equal(["诱导分享"], ContentCompliance.CheckMessage(item, Filled, []).Select(finding => finding.Rule));
        var acknowledged = item with
        {
            Findings = ContentCompliance.CheckMessage(item, Filled, []),
            Acknowledgement = new("小周", "已确认"),
        };
        Assert.Empty(ContentCompliance.CheckMessage(acknowledged, Filled, []));
    }

    static IEnumerable<string?> Fields(ContentBody body) =>
        ContentRules.CreationFaults(SampleContent.Draft(body)).Select(fault => fault.Field);
}
