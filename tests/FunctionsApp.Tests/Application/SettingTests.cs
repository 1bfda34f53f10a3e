using FunctionsApp.Platform;
using FunctionsApp.Tests.Messaging.WeCom;

namespace FunctionsApp.Tests.Application;

public sealed class SettingTests
{
    [Theory]
    [InlineData("TimeZone", "Mars/Olympus", "TimeZone is 'Mars/Olympus'")]
    [InlineData("PublicBaseUrl", "brand.example.com", "PublicBaseUrl is 'brand.example.com'")]
    [InlineData("PublicBaseUrl", "ftp://brand.example.com", "PublicBaseUrl is 'ftp://brand.example.com'")]
    [InlineData("PublicBaseUrl", "https://me@brand.example.com", "PublicBaseUrl is")]
    [InlineData("Channel", "Carrier", "Channel is 'Carrier'")]
    [InlineData("Channel:Secret", "secret-of-the-brand", "Channel__Secret is invalid")]
    [InlineData("Channel:Secrets:1", "whsec_short", "Channel__Secrets__1 is invalid")]
    [InlineData("Simulated:SendToGroup", "Sometimes", "Simulated__SendToGroup is 'Sometimes'")]
    [InlineData("Simulated:SendToGroup", "2", "Simulated__SendToGroup is '2'")]
    [InlineData("Simulated:DissolveGroup", "Unavailable", "Simulated__DissolveGroup is 'Unavailable'")]
    [InlineData("Simulated:Messages", "Maybe", "Simulated__Messages is 'Maybe'")]
    [InlineData("Simulated:SendToMoon", "Automatic", "Simulated__SendToMoon is no setting")]
    [InlineData("Onboarding", "Maybe", "Onboarding is 'Maybe'")]
    [InlineData("AllowedLinkHosts", "shop.example,evil/path", "AllowedLinkHosts names 'evil/path'")]
    [InlineData("Retention:DeliveryDays", "29", "Retention__DeliveryDays is '29'")]
    [InlineData("Retention:ScanDays", "none", "Retention__ScanDays is 'none'")]
    [InlineData("Retention:ClickDays", "29", "Retention__ClickDays is '29'")]
    [InlineData("Retention:ClickDays", "32", "Retention__ClickDays is '32'; it must be at least 33")]
    [InlineData("Attribution:Hours", "0", "Attribution__Hours is '0'")]
    [InlineData("Attribution:Hours", "long", "Attribution__Hours is 'long'")]
    [InlineData("ContentApproval:FourEyes", "yes", "ContentApproval__FourEyes is 'yes'")]
    [InlineData("Push:SaleCutoff", "noon", "Push__SaleCutoff is 'noon'")]
    [InlineData("NewBuyer:GroupId", "tea-1", "NewBuyer__MostMinor is not set")]
    [InlineData("Shops:Tea Shop:Kind", "Youzan", "Shops__Tea Shop")]
    [InlineData("Shops:tea:Kind", "Bazaar", "Shops__tea__Kind")]
    [InlineData("Shops:tea:Kind", "Shopify", "Shops__tea__Secrets__0 is not set")]
    public async Task Invalid_setting_is_refused_at_start_by_its_name(string name, string value, string message)
    {
        var setup = new AppHostSetup
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { [name] = value },
        };

        var refused = await Assert.ThrowsAsync<SettingException>(() => AppHost.StartAsync(setup));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        if (name.Contains("Secret", StringComparison.Ordinal))
            Assert.DoesNotContain(value, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cny")]
    [InlineData("YUAN")]
    public async Task Currency_that_is_no_code_is_refused_at_start(string currency)
    {
        var setup = new AppHostSetup
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["NewBuyer:GroupId"] = "tea-1",
                ["NewBuyer:MostMinor"] = "100",
                ["NewBuyer:Currency"] = currency,
            },
        };

        var refused = await Assert.ThrowsAsync<SettingException>(() => AppHost.StartAsync(setup));

        Assert.StartsWith($"NewBuyer__Currency is '{currency}'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CorpId", "", "WeCom__CorpId is not set")]
    [InlineData("AgentId", "", "WeCom__AgentId is not set")]
    [InlineData("AgentId", "app", "WeCom__AgentId is 'app'")]
    [InlineData("Secret", "", "WeCom__Secret is not set")]
    [InlineData("Token", "", "WeCom__Token is not set")]
    [InlineData("EncodingAesKey", "", "WeCom__EncodingAesKey is not set")]
    [InlineData("EncodingAesKey", "too-short", "WeCom__EncodingAesKey is invalid")]
    [InlineData("BaseUrl", "http://example.com", "WeCom__BaseUrl is no https address")]
    [InlineData("BaseUrl", "https://example.com/cgi-bin", "WeCom__BaseUrl is no https address")]
    [InlineData("Robots:staff", "no-key-of-a-robot", "WeCom__Robots__staff is invalid")]
    [InlineData("ScanEntryLimit", "501", "WeCom__ScanEntryLimit is '501'")]
    [InlineData("DomainProof", "../secret", "WeCom__DomainProof is invalid")]
    [InlineData("GroupSendLimit", "Yearly", "WeCom__GroupSendLimit is 'Yearly'")]
    public async Task Invalid_setting_of_WeCom_is_refused_at_start_by_its_name_on_that_channel_only(
        string name, string value, string message)
    {
        var settings = WeComHost.Settings();
        settings[$"WeCom:{name}"] = value;

        var refused = await Assert.ThrowsAsync<SettingException>(
            () => AppHost.StartAsync(new AppHostSetup { Settings = settings }));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        if (name is "EncodingAesKey" or "Robots:staff" && value.Length > 0)
            Assert.DoesNotContain(value, refused.Message, StringComparison.Ordinal);
        settings["Channel"] = "Simulated";
        await using var simulated = await AppHost.StartAsync(new AppHostSetup { Settings = settings });
    }
}
