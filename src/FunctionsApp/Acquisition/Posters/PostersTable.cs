using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>A partition for each poster, and one for the list of each campaign's posters.</summary>
public sealed class PostersTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Posters"), retry);
