using Community.Selling;

namespace Community.Tests.Selling;

public class SellingInstanceIdsTests
{
    [Fact]
    public void A_flash_sale_has_an_id_of_its_own() => Assert.Equal("flash-sale-1", SellingInstanceIds.FlashSale("1"));
}
