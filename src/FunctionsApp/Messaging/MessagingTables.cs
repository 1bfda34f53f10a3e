using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging;

/// <summary>A partition for each group: the delivery ledger and the group's message budgets.</summary>
public sealed class DeliveriesTable(TableServiceClient service) : Table(service.GetTableClient("Deliveries"));

/// <summary>One partition: the staff inbox, written at the pace of people.</summary>
public sealed class StaffTasksTable(TableServiceClient service) : Table(service.GetTableClient("StaffTasks"));

/// <summary>A partition for each group: the calls that the simulated channel received.</summary>
public sealed class SimulatedChannelTable(TableServiceClient service) : Table(service.GetTableClient("SimulatedChannel"));
