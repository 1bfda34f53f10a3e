using LocalRuntime.Accounts;

namespace LocalRuntime.Tests.Accounts;

/// <summary>What connection strings say.</summary>
public sealed class StorageAccountTests
{
    [Fact]
    public void An_embedded_store_is_named_by_its_path() =>
        Assert.Equal(".data/local.db", StorageAccount.Parse("UseEmbeddedStorage=true;Path=.data/local.db").EmbeddedPath);

    [Fact]
    public void An_account_has_endpoints_of_its_name_and_suffix()
    {
        var account = StorageAccount.Parse("DefaultEndpointsProtocol=https;AccountName=brand;AccountKey=a2V5PT0=;EndpointSuffix=core.chinacloudapi.cn");
        Assert.Equal(new Uri("https://brand.table.core.chinacloudapi.cn"), account.TableEndpoint);
        Assert.Equal(new Uri("https://brand.queue.core.chinacloudapi.cn"), account.QueueEndpoint);
        Assert.Equal(("brand", "a2V5PT0="), (account.Name, account.Key));
    }

    [Fact]
    public void An_explicit_endpoint_goes_before_the_derived_one()
    {
        var account = StorageAccount.Parse("AccountName=brand;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:9/brand");
        Assert.Equal(new Uri("http://127.0.0.1:9/brand"), account.TableEndpoint);
        Assert.Equal(new Uri("https://brand.queue.core.windows.net"), account.QueueEndpoint);
    }

    [Fact]
    public void Development_storage_is_the_emulator_at_its_usual_ports()
    {
        var account = StorageAccount.Parse("UseDevelopmentStorage=true");
        Assert.Equal(new Uri("http://127.0.0.1:10002/devstoreaccount1"), account.TableEndpoint);
        Assert.Equal(new Uri("http://127.0.0.1:10001/devstoreaccount1"), account.QueueEndpoint);
    }

    [Theory]
    [InlineData("AccountName=brand", "AccountKey")]
    [InlineData("UseEmbeddedStorage=true", "Path")]
    [InlineData("nonsense", "name=value")]
    public void What_a_connection_string_lacks_is_named(string connectionString, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => StorageAccount.Parse(connectionString)).Message, StringComparison.Ordinal);
}
