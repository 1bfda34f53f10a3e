using FunctionsApp.Platform.Webhooks;

namespace FunctionsApp.Tests.Platform.Webhooks;

public sealed class WebhookSecretTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(32)]
    [InlineData(64)]
    public void Secret_of_24_to_64_bytes_is_read_and_not_shown(int bytes)
    {
        var encoded = Convert.ToBase64String([.. Enumerable.Repeat((byte)0xa5, bytes)]);

        Assert.Equal("whsec_***", WebhookSecret.Parse("whsec_" + encoded).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64 at all, not at all")]
    [InlineData("WHSEC_pKWkpaWlpaWlpaWlpaWlpaWlpaWlpaWl")]
    [InlineData("pKWkpaWlpaWlpaWlpaWlpaWlpaWlpaWl")]
    [InlineData("whsec_pKWkpaWlpaWlpaWlpaWlpaWlpaWlpaU=")]
    public void Malformed_secret_is_refused_without_repeating_it(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => WebhookSecret.Parse(text));

        Assert.True(
            text.Length <= "whsec_".Length
            || !refusal.Message.Contains(text["whsec_".Length..], StringComparison.Ordinal));
    }

    [Fact]
    public void Secret_of_65_bytes_or_of_a_megabyte_is_refused()
    {
        Assert.Throws<FormatException>(() => WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[65])));
        Assert.Throws<FormatException>(() => WebhookSecret.Parse("whsec_" + new string('A', 1 << 20)));
    }
}
