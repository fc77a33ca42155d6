// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/shapes.h"

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>
#include <QList>
#include <QMap>
#include <QString>

namespace poolscope::bench {

namespace {

struct QtTypes {
    using Text = QString;
    using Dict = QMap<QString, qint64>;
    template <class T>
    using List = QList<std::conditional_t<std::is_same_v<T, std::int64_t>, qint64, T>>;
    static Text text(const std::string& text) { return QString::fromStdString(text); }
};
using QtItem = ItemOf<QtTypes>;

QDataStream& operator<<(QDataStream& stream, const QtItem& item)
{
    return stream << static_cast<qint64>(item.id) << item.weight << item.name;
}

QDataStream& operator>>(QDataStream& stream, QtItem& item)
{
    qint64 id = 0;
    stream >> id >> item.weight >> item.name;
    item.id = id;
    return stream;
}

template <class T> void addShape(const std::string& shape, T object)
{
    const T* data = new T(std::move(object));
    auto* out = new QByteArray;
    addBothWays(
        shape, "qdatastream", *data,
        [out](const T& value) {
            out->resize(0); // its memory is kept
            QDataStream stream(out, QIODevice::WriteOnly);
            stream << value;
            return std::string_view(out->constData(), static_cast<std::size_t>(out->size()));
        },
        [](std::string_view bytes) {
            QDataStream stream(
                QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
            T value;
            stream >> value;
            return value;
        });
}

} // namespace

void addQt()
{
    addShape("ints", makeInts<QtTypes>());
    addShape("dicts", makeDicts<QtTypes>());
    addShape("items", makeItems<QtTypes>());
    addShape("blob", QByteArray(static_cast<qsizetype>(blobSize), '\x5a'));
}

} // namespace poolscope::bench
