using Community.Platform;
using Community.Selling.Conversions;

namespace Community.Tests.Selling.Conversions;

public class ConversionTextsTests
{
    const string Base = "https://brand.example.com/l/";
    const string Link = "https://brand.example.com/l/0123456789";

    [Fact]
    public void A_poll_is_numbered_below_its_topic() =>
        Assert.Equal("大家平时喝什么茶？\n1. 绿茶\n2. 红茶\n回复数字就能投票", ConversionTexts.WarmUp(SampleConversion.Terms));

    [Fact]
    public void A_topic_without_a_poll_is_the_whole_text() =>
        Assert.Equal(
            "聊聊明前龙井",
            ConversionTexts.WarmUp(
                SampleConversion.Terms with
                {
                    WarmUp = SampleConversion.Terms.WarmUp with { Topic = "聊聊{product}", Poll = [] },
                }));

    [Fact]
    public void The_copy_follows_the_level() =>
        Assert.Equal($"高 {Link} 199元", ConversionTexts.Copy(SampleConversion.Terms, InterestLevel.High, Link));

    [Fact]
    public void Copy_that_does_not_say_where_the_link_goes_has_it_on_a_line_of_its_own() =>
        Assert.Equal(
            $"来了\n{Link}",
            ConversionTexts.Copy(
                SampleConversion.Terms with { Copy = new CopyVariants("来了", null, null) }, InterestLevel.Low, Link));

    [Fact]
    public void Every_drive_has_words_of_its_own_for_every_level()
    {
        var texts = Enum.GetValues<PurchaseDrive>()
            .SelectMany(
                drive => Enum.GetValues<InterestLevel>().Select(
                    level => ConversionTexts.Copy(
                        SampleConversion.Terms with { Drive = drive, Copy = new CopyVariants(null, null, null) },
                        level,
                        Link)))
            .ToList();

        Assert.Equal(18, texts.Distinct().Count());
        Assert.All(texts, text => Assert.Contains(Link, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{brand}", "closing")]
    [InlineData("{link}", "closing")] // the closing words lead nowhere
    public void Placeholders_that_nothing_fills_are_faults(string closing, string field) =>
        Assert.Equal(
            [field],
            ConversionTexts.Faults(
                SampleConversion.Terms with { Closing = closing }, Base).Select(fault => fault.Field));

    [Fact]
    public void A_quantity_can_only_be_said_where_there_is_one() =>
        Assert.Equal(
            ["copy.low"],
            ConversionTexts.Faults(
                SampleConversion.Terms with
                {
                    Product = SampleConversion.Tea with { Quantity = null },
                    Copy = SampleConversion.Terms.Copy with { Low = "只有{quantity}份 {link}" },
                },
                Base).Select(fault => fault.Field));

    [Theory]
    [InlineData(2010, true)] // with a link of 38 bytes it is exactly as long as a robot's message may be
    [InlineData(2011, false)]
    public void Length_is_that_of_the_text_as_it_is_filled_in(int bytes, bool fits) =>
        Assert.Equal(
            fits,
            ConversionTexts.Faults(
                SampleConversion.Terms with { LastCall = new string('a', bytes) + "{link}" }, Base).Count == 0);

    [Theory]
    [InlineData(19900, "CNY", "199元")]
    [InlineData(19950, "CNY", "199.50元")]
    [InlineData(1990, "USD", "19.90 USD")]
    [InlineData(1990, "JPY", "1990 JPY")]
    [InlineData(19900, "KWD", "19.900 KWD")]
    [InlineData(19000, "KWD", "19 KWD")]
    public void A_price_is_written_as_members_read_it(long minor, string currency, string expected) =>
        Assert.Equal(expected, PriceFormatter.Format(minor, currency));
}
