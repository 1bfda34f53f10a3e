using FunctionsApp.Operators.Credentials;
using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Tests.Operators;

public sealed class MachineKeyTests
{
    const string Long = "0123456789abcdef";

    [Fact]
    public void Every_key_of_the_section_is_accepted_and_nothing_else()
    {
        var keys = Read(("ApiKeys:0", Long), ("ApiKeys:next", $"{Long}2"));

        Assert.True(keys.Contains(Long));
        Assert.True(keys.Contains($"{Long}2"));
        Assert.False(keys.Contains(""));
        Assert.False(keys.Contains(Long.ToUpperInvariant()));
        Assert.False(keys.Contains($"{Long}3"));
    }

    [Fact]
    public void Without_a_key_there_is_no_machine_access() => Assert.False(Read().Contains(""));

    [Theory]
    [InlineData("ApiKeys:0", "", "ApiKeys__0 is empty.")]
    [InlineData("ApiKeys:0", "short", "ApiKeys__0 is too short: a key has at least 16 characters.")]
    [InlineData("ApiKeys:0:inner", Long, "ApiKeys__0 is empty.")]
    public void Setting_that_protects_nothing_is_refused_by_name(string name, string value, string message)
    {
        var refused = Assert.Throws<SettingException>(
            () => Read((name, value), ("WEBSITE_HOSTNAME", "brand.azurewebsites.net")));

        Assert.Equal(message, refused.Message);
    }

    [Theory]
    [InlineData("localhost:7071")]
    [InlineData(null)]
    public void Short_key_is_accepted_where_the_host_serves_its_own_machine_only(string? hostName) =>
        Assert.True(Read(("ApiKeys:0", "try-me"), ("WEBSITE_HOSTNAME", hostName)).Contains("try-me"));

    static MachineKeys Read(params IEnumerable<(string Name, string? Value)> settings) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
            .Build());
}
