using System.Net;
using FunctionsApp.Tests.Events.WeCom;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Sidebar;

public sealed class DomainProofTests
{
    [Fact]
    public async Task File_of_the_settings_is_served_and_no_other()
    {
        await using var app = new LiveWeComHost(("WeCom:DomainProof", "iPWyd3OqSXO3Gy4h"));
        await app.InitializeAsync();

        var file = await app.GetAsync("/WW_verify_iPWyd3OqSXO3Gy4h.txt");

        Assert.Equal(
            ("iPWyd3OqSXO3Gy4h", "text/plain"), (file.Expecting(HttpStatusCode.OK).Text, file.ContentType));
        (await app.GetAsync("/WW_verify_other.txt")).IsProblem(HttpStatusCode.NotFound);
    }
}
