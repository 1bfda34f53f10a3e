using System.Net;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Platform;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Application;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    public async Task Forged_host_does_not_reach_posters(string host)
    {
        await using var app = await StartAsync(("PublicBaseUrl", ""));
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());

        var answer = await app.PostAsync(
            $"/api/campaigns/{campaign}/posters", SampleBodies.Poster(), ("Host", host));

        var own = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var poster = answer.Expecting(HttpStatusCode.Created).As<PosterView>();
        Assert.StartsWith(own, poster.ImageUrl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task Long_host_is_no_error_of_the_app(int length)
    {
        await using var app = await StartAsync(("PublicBaseUrl", ""));
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var poster = new Uri((await app.PosterAsync(campaign)).ImageUrl).AbsolutePath;
        var host = ("Host", string.Join('.', Enumerable.Repeat(new string('a', 9), length / 10)));

        var created = await app.PostAsync($"/api/campaigns/{campaign}/posters", SampleBodies.Poster(), host);
        var drawn = await app.SendAsync(HttpMethod.Get, poster, null, host);

        Assert.All([created, drawn], answer => Assert.InRange((int)answer.Status, 200, 499));
    }

    [Fact]
    public async Task Host_name_of_Azure_is_the_fallback()
    {
        await using var app = await StartAsync(
            ("PublicBaseUrl", ""), ("WEBSITE_HOSTNAME", "brand.azurewebsites.net"));
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());

        Assert.StartsWith(
            "https://brand.azurewebsites.net/",
            (await app.PosterAsync(campaign)).ImageUrl,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brand.azurewebsites.net", "https://brand.azurewebsites.net/s/a")]
    [InlineData("localhost:7071", "http://localhost:7071/s/a")]
    public void Host_name_is_read_as_the_Functions_host_reads_it(string hostName, string address)
    {
        var settings = Settings(("WEBSITE_HOSTNAME", hostName));

        Assert.Equal(address, PublicAddress.Read(settings).Absolute(new DefaultHttpContext().Request, "/s/a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://brand.example.com")]
    public void Missing_host_name_on_the_Functions_host_is_explained_in_one_sentence(string publicBaseUrl)
    {
        var services = new ServiceCollection();

        var refused = Assert.Throws<SettingException>(
            () => services.AddPlatformModule(Settings(("PublicBaseUrl", publicBaseUrl))));

        Assert.Equal(
            "WEBSITE_HOSTNAME is not set: Azure and Azure Functions Core Tools set it; elsewhere set it to the host "
            + "name and port of the Functions host, such as localhost:7071.",
            refused.Message);
    }

    static IConfiguration Settings(params IEnumerable<(string Name, string Value)> settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(
                setting => setting.Name, string? (setting) => setting.Value, StringComparer.Ordinal))
            .Build();

    static Task<AppHost> StartAsync(params IEnumerable<(string Name, string Value)> settings) =>
        AppHost.StartAsync(new AppHostSetup
        {
            Settings = settings.ToDictionary(
                setting => setting.Name, string? (setting) => setting.Value, StringComparer.Ordinal),
        });
}
