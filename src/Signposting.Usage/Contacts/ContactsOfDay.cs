using System.Buffers.Binary;
using Signposting.Store.Usage;

namespace Signposting.Usage.Contacts;

/// <summary>Puts the events of one day together to contacts. No contact goes beyond its day, so that a month needs the memory of a day.</summary>
public sealed class ContactsOfDay
{
    private readonly Dictionary<UInt128, Contact> _contacts = [];

    public IReadOnlyCollection<Contact> All => _contacts.Values;

    public void Add(UsageEvent usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        var key = KeyOf(usage.Contact);
        if (!_contacts.TryGetValue(key, out var contact))
            _contacts.Add(key, contact = new Contact(usage.Area, usage.Conditions));
        contact.Add(usage);
    }

    /// <summary>The contact key as a number.</summary>
    public static UInt128 KeyOf(byte[] contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Span<byte> padded = stackalloc byte[ContactKey.Bytes];
        contact.AsSpan(0, Math.Min(contact.Length, padded.Length)).CopyTo(padded);
        return BinaryPrimitives.ReadUInt128BigEndian(padded);
    }
}
